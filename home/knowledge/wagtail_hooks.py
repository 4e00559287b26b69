"""The knowledge records in Wagtail's admin."""

from wagtail.snippets.models import register_snippet

from home.knowledge.viewsets import KnowledgeViewSetGroup

register_snippet(KnowledgeViewSetGroup)
