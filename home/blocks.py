"""Blocks from which editors compose the home page and content pages."""

from collections.abc import Callable

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.models import Page
from wagtail.snippets.blocks import SnippetChooserBlock

PROSE_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link"]


def pages_here(chosen: list[Page | None]) -> Callable[[Page | None], Page | None]:
    """From a chosen page to its twin in the reader's language, else itself: one query for all."""
    twins = Page.objects.live().filter(
        translation_key__in=[page.translation_key for page in chosen if page],
        locale__language_code=get_language(),
    )
    here = {page.translation_key: page for page in twins}
    return lambda page: page and here.get(page.translation_key, page)


def sources_block():
    """The sources that a text rests on."""
    return blocks.ListBlock(
        SnippetChooserBlock("catalogue.Source", label=_("source")),
        label=_("sources"),
        required=False,
        default=[],
    )


class SourcedTextBlock(blocks.StructBlock):
    """Rich text with the sources it rests on."""

    text = blocks.RichTextBlock(features=PROSE_FEATURES, label=_("text"))
    sources = sources_block()

    class Meta:
        icon = "pilcrow"
        label = _("text")
        template = "home/blocks/text.html"


def anchor_block():
    """The name by which links find a heading."""
    return blocks.CharBlock(
        label=_("anchor"),
        required=False,
        help_text=_("Short ASCII name for links to this heading."),
        validators=[
            RegexValidator(r"^[a-z][a-z0-9_-]*$", _("Use small letters, digits, - and _."))
        ],
    )


class HeadingBlock(blocks.StructBlock):
    """A heading that can be linked to."""

    text = blocks.CharBlock(label=_("heading"))
    anchor = anchor_block()

    class Meta:
        icon = "title"
        label = _("heading")
        template = "home/blocks/heading.html"


class CalloutBlock(SourcedTextBlock):
    """A remark set apart from the text."""

    tone = blocks.ChoiceBlock(
        choices=[("note", _("Note")), ("warning", _("Warning"))], default="note", label=_("tone")
    )

    class Meta:
        icon = "info-circle"
        label = _("callout")
        template = "home/blocks/callout.html"


class StepValue(blocks.StructValue):
    """A step with its papers as a list."""

    @property
    def papers_list(self) -> list[str]:
        """The papers that this step needs."""
        return [line.strip() for line in (self["papers"] or "").splitlines() if line.strip()]


class StepBlock(blocks.StructBlock):
    """One step of a procedure: what to do, with which papers, and where."""

    heading = blocks.CharBlock(label=_("what to do"))
    text = blocks.RichTextBlock(features=PROSE_FEATURES, label=_("text"), required=False)
    papers = blocks.TextBlock(
        label=_("papers"),
        rows=3,
        required=False,
        help_text=_("One a line; they can be ticked off."),
    )
    place = blocks.TextBlock(
        label=_("where"),
        rows=2,
        required=False,
        help_text=_("Office, address and telephone; what is not known is said to be unknown."),
    )

    class Meta:
        icon = "order"
        label = _("step")
        label_format = "{heading}"
        value_class = StepValue


class StepsBlock(blocks.StructBlock):
    """A procedure step by step, made to be printed."""

    steps = blocks.ListBlock(StepBlock(), label=_("steps"))
    sources = sources_block()

    class Meta:
        icon = "list-ol"
        label = _("steps")
        template = "home/blocks/steps.html"


class QuestionBlock(blocks.StructBlock):
    """A question that people ask, with its answer; search engines are told of it."""

    question = blocks.CharBlock(label=_("question"))
    anchor = anchor_block()
    text = blocks.RichTextBlock(features=PROSE_FEATURES, label=_("answer"))
    sources = sources_block()

    class Meta:
        icon = "help"
        label = _("question and answer")
        label_format = "{question}"
        template = "home/blocks/question.html"


class ContentBody(blocks.StreamBlock):
    """The text of a content page."""

    heading = HeadingBlock()
    text = SourcedTextBlock()
    callout = CalloutBlock()
    steps = StepsBlock()
    question = QuestionBlock()


class HeroBlock(blocks.StructBlock):
    """What the site is, in one sentence."""

    heading = blocks.CharBlock(label=_("heading"))
    text = blocks.TextBlock(label=_("text"), rows=3)

    class Meta:
        icon = "home"
        label = _("opening")
        template = "home/blocks/hero.html"


class HomeSectionBlock(blocks.StructBlock):
    """A heading with an optional sentence; what it shows is computed."""

    heading = blocks.CharBlock(label=_("heading"))
    text = blocks.TextBlock(label=_("text"), rows=2, required=False)


class SeasonNowBlock(HomeSectionBlock):
    """Products that are in season today."""

    class Meta:
        icon = "date"
        label = _("in season now")
        template = "home/blocks/season_now.html"


class MapBlock(HomeSectionBlock):
    """The districts with their products."""

    class Meta:
        icon = "site"
        label = _("map")
        template = "home/blocks/map.html"


class FeaturedProductsBlock(HomeSectionBlock):
    """Products chosen by an editor."""

    products = blocks.ListBlock(
        SnippetChooserBlock("catalogue.GIProduct", label=_("product")), label=_("products")
    )

    class Meta:
        icon = "pick"
        label = _("featured products")
        template = "home/blocks/featured_products.html"

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        return context | {"products": context["showcase"].pick(value["products"])}


class StoriesBlock(HomeSectionBlock):
    """The newest stories, news and events; they come from an app above this one."""

    class Meta:
        icon = "openquote"
        label = _("stories and news")
        template = "home/blocks/stories.html"


class TeaserBlock(blocks.StructBlock):
    """A band that leads to one page."""

    heading = blocks.CharBlock(label=_("heading"))
    text = blocks.TextBlock(label=_("text"), rows=3)
    action = blocks.CharBlock(label=_("words of the link"))
    page = blocks.PageChooserBlock(label=_("leads to"))

    class Meta:
        icon = "link"
        label = _("band to a page")
        template = "home/blocks/teaser.html"

    def get_context(self, value, parent_context=None):
        here = pages_here([value["page"]])
        return super().get_context(value, parent_context) | {"target": here(value["page"])}


class Audience(models.TextChoices):
    """The three kinds of visitor."""

    PUBLIC = "public", _("The public")
    BUYER = "buyer", _("Buyers")
    PRODUCER = "producer", _("Producers")


class DoorBlock(blocks.StructBlock):
    """A way in for one kind of visitor."""

    audience = blocks.ChoiceBlock(choices=Audience.choices, label=_("for whom"))
    heading = blocks.CharBlock(label=_("heading"))
    text = blocks.TextBlock(label=_("text"), rows=2)
    page = blocks.PageChooserBlock(label=_("leads to"))

    class Meta:
        icon = "link"
        label = _("door")


class DoorsBlock(blocks.StructBlock):
    """Ways in, side by side."""

    heading = blocks.CharBlock(label=_("heading"))
    doors = blocks.ListBlock(DoorBlock(), label=_("doors"))

    class Meta:
        icon = "grip"
        label = _("doors")
        template = "home/blocks/doors.html"

    def get_context(self, value, parent_context=None):
        """Each door with its page in the reader's language, else as chosen: one query."""
        here = pages_here([door["page"] for door in value["doors"]])
        doors = [(door, here(door["page"])) for door in value["doors"]]
        return super().get_context(value, parent_context) | {"doors": doors}


class HomeBody(blocks.StreamBlock):
    """The home page."""

    hero = HeroBlock()
    season_now = SeasonNowBlock()
    stories = StoriesBlock()
    teaser = TeaserBlock()
    featured_products = FeaturedProductsBlock()
    map = MapBlock()
    doors = DoorsBlock()
    text = SourcedTextBlock()

    class Meta:
        block_counts = {"hero": {"max_num": 1}, "map": {"max_num": 1}}
