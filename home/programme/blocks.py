"""What editors write about the work of the programme."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock


class WorkBlock(blocks.StructBlock):
    """One thing the programme does, with the place in the plan that asks for it."""

    heading = blocks.CharBlock(label=_("heading"))
    text = blocks.TextBlock(label=_("text"), rows=3)
    place = blocks.CharBlock(
        label=_("place in the source"), help_text=_("For example: task 10."), max_length=60
    )
    source = SnippetChooserBlock("catalogue.Source", label=_("source"))

    class Meta:
        icon = "tasks"
        label = _("work")


class ProgrammeBody(blocks.StreamBlock):
    """What the programme does."""

    work = WorkBlock()
