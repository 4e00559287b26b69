"""The programme in Wagtail's admin."""

from wagtail.snippets.models import register_snippet

from home.programme.viewsets import ProgrammeViewSetGroup

register_snippet(ProgrammeViewSetGroup)
