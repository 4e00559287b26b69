"""Blocks of stories, news and events."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from home.blocks import HeadingBlock, SourcedTextBlock, sources_block


class LegendBlock(SourcedTextBlock):
    """A tale that is told, marked as one: nobody takes it for history."""

    class Meta:
        icon = "openquote"
        label = _("legend")
        template = "stories/blocks/legend.html"


class QuotationBlock(blocks.StructBlock):
    """Somebody's own words: from a text with its source, or said with consent."""

    text = blocks.TextBlock(label=_("words"), rows=3)
    speaker = blocks.CharBlock(
        label=_("whose words"),
        required=False,
        help_text=_("An author and work, or a person who has agreed to be named."),
    )
    sources = sources_block()

    class Meta:
        icon = "openquote"
        label = _("quotation")
        template = "stories/blocks/quotation.html"


class PictureBlock(blocks.StructBlock):
    """A picture; author and licence come from the picture itself."""

    picture = ImageChooserBlock(label=_("picture"))
    caption = blocks.CharBlock(label=_("caption"), required=False)

    class Meta:
        icon = "image"
        label = _("picture")
        template = "stories/blocks/picture.html"


class StoryBody(blocks.StreamBlock):
    """The text of an entry."""

    heading = HeadingBlock()
    text = SourcedTextBlock()
    quotation = QuotationBlock()
    legend = LegendBlock()
    picture = PictureBlock()
