"""Blocks of a producer's page."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

PROSE_FEATURES = ["bold", "italic", "ol", "ul", "link"]


class StoryBlock(blocks.StructBlock):
    """A part of the story."""

    heading = blocks.CharBlock(label=_("heading"), required=False)
    text = blocks.RichTextBlock(features=PROSE_FEATURES, label=_("text"))

    class Meta:
        icon = "pilcrow"
        label = _("story")
        template = "producers/blocks/story.html"


class PersonBlock(blocks.StructBlock):
    """A person who is shown, with the consent to it."""

    name = blocks.CharBlock(label=_("name"))
    role = blocks.CharBlock(label=_("what the person does"), required=False)
    text = blocks.TextBlock(label=_("text"), required=False, rows=3)
    picture = ImageChooserBlock(label=_("portrait"), required=False)
    consent_on = blocks.DateBlock(
        label=_("consent given on"),
        help_text=_(
            "The day on which the person agreed to be named and shown here; keep the paper."
        ),
    )

    class Meta:
        icon = "user"
        label = _("person")
        template = "producers/blocks/person.html"


class PictureBlock(blocks.StructBlock):
    """A picture with an optional caption."""

    picture = ImageChooserBlock(label=_("picture"))
    caption = blocks.CharBlock(label=_("caption"), required=False)

    class Meta:
        icon = "image"
        label = _("picture")
        template = "producers/blocks/picture.html"


class VisitBlock(blocks.StructBlock):
    """How to visit or to buy on the spot."""

    heading = blocks.CharBlock(label=_("heading"), required=False)
    text = blocks.RichTextBlock(features=PROSE_FEATURES, label=_("text"))
    opening = blocks.CharBlock(label=_("opening hours"), required=False)
    shop = blocks.URLBlock(label=_("online shop"), required=False)

    class Meta:
        icon = "home"
        label = _("visits and shop")
        template = "producers/blocks/visit.html"


class SeasonBlock(blocks.StructBlock):
    """What happens in a season."""

    heading = blocks.CharBlock(label=_("time of the year"))
    text = blocks.RichTextBlock(features=PROSE_FEATURES, label=_("text"))

    class Meta:
        icon = "date"
        label = _("season")
        template = "producers/blocks/season.html"


class ProducerBody(blocks.StreamBlock):
    """The prose of a producer's page."""

    story = StoryBlock()
    person = PersonBlock()
    picture = PictureBlock()
    visit = VisitBlock()
    season = SeasonBlock()
