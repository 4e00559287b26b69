"""Blocks of a product page: sections made of sourced passages."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import StreamBlockValidationError
from wagtail.snippets.blocks import SnippetChooserBlock

from products.catalogue.enums import Confidence, PassageKind


class SectionKind(models.TextChoices):
    """The sections of a product page, in the order in which they are shown."""

    PLACE = "place", _("Where it comes from")
    QUALITY = "quality", _("How to know it")
    MAKING = "making", _("How it is made")
    NATURE = "nature", _("Why it comes from here")
    SEASON = "season", _("Its season")
    CULTURE = "culture", _("History and culture")
    EATING = "eating", _("How to eat it")
    KEEPING = "keeping", _("How to keep it")
    DISAGREEMENTS = "disagreements", _("Where sources differ")


class PassageBlock(blocks.StructBlock):
    """A paragraph with its footing."""

    kind = blocks.ChoiceBlock(
        choices=PassageKind.choices, default=PassageKind.FACT, label=_("kind")
    )
    text = blocks.TextBlock(label=_("text"), rows=4)
    sources = blocks.ListBlock(
        SnippetChooserBlock("catalogue.Source", label=_("source")), label=_("sources")
    )
    confidence = blocks.ChoiceBlock(
        choices=Confidence.choices, default=Confidence.MEDIUM, label=_("confidence")
    )

    class Meta:
        icon = "pilcrow"
        label = _("passage")
        label_format = "{text}"


class SectionBlock(blocks.StructBlock):
    """One section of the page."""

    kind = blocks.ChoiceBlock(choices=SectionKind.choices, label=_("section"))
    passages = blocks.ListBlock(PassageBlock(), label=_("passages"), collapsed=True)

    class Meta:
        icon = "list-ul"
        label = _("section")
        label_format = "{kind}"


class ProductBody(blocks.StreamBlock):
    """The prose of a product page; each section occurs once."""

    section = SectionBlock()

    class Meta:
        collapsed = True

    def clean(self, value):
        cleaned = super().clean(value)
        seen, errors = set(), {}
        for index, child in enumerate(cleaned):
            kind = child.value["kind"]
            if kind in seen:
                errors[index] = ValidationError(_("This section is already on the page."))
            seen.add(kind)
        if errors:
            raise StreamBlockValidationError(block_errors=errors)
        return cleaned
