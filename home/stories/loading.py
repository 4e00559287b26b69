"""The stories, news and events of `content/stories.yaml`, in both languages."""

import datetime
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from wagtail.models import Locale, Page, PageLogEntry

from gi_site.core.localize import publish_translation
from home.loading import Heading, Paragraph, block_id, paragraph_html
from home.stories.enums import About, Kind
from home.stories.models import EventPage, NewsPage, StoryIndexPage, StoryPage, StoryProducer
from products.catalogue.loading.schema import (
    Bilingual,
    ContentError,
    Line,
    Slug,
    Strict,
    read_yaml,
    validate,
)
from products.catalogue.models import District, GIProduct, Source
from products.producers.models import Producer

CONTENT_DIR = Path(__file__).resolve().parent / "content"
CLASSES = {Kind.STORY: StoryPage, Kind.NEWS: NewsPage, Kind.EVENT: EventPage}


class SourcedParagraph(Paragraph):
    """A paragraph that names its sources."""

    sources: Annotated[list[Line], Field(min_length=1)]


class Legend(SourcedParagraph):
    type: Literal["legend"]


class Quotation(SourcedParagraph):
    type: Literal["quotation"]
    speaker: Bilingual


Block = Annotated[Heading | SourcedParagraph | Legend | Quotation, Field(discriminator="type")]


class Entry(Strict):
    """One entry; `picture` is a product whose plate is shown, by default its first product."""

    slug: Slug
    kind: Kind
    about: About | None = None
    date: datetime.date
    ends_on: datetime.date | None = None
    title: Bilingual
    summary: Bilingual
    place: Bilingual | None = None
    organiser: Bilingual | None = None
    district: Slug | None = None
    picture: Slug | None = None
    products: list[Slug]
    producers: list[Slug] = []
    body: Annotated[list[Block], Field(min_length=1)]

    @model_validator(mode="after")
    def _has_what_its_kind_needs(self) -> Self:
        if (self.about is not None) != (self.kind == Kind.STORY):
            raise ValueError("about belongs to stories, and every story has it")
        if (self.place is not None) != (self.kind == Kind.EVENT):
            raise ValueError("place belongs to events, and every event has it")
        return self


class Index(Strict):
    """index.yaml."""

    title: Bilingual
    summary: Bilingual


def read_stories(directory: Path = CONTENT_DIR) -> list[Entry]:
    """The checked entries. Raises `ContentError` naming every wrong field."""
    return [
        validate(Entry, item, file=f"stories.yaml[{index}]")
        for index, item in enumerate(read_yaml(directory / "stories.yaml"))
    ]


def load_stories(home: Page) -> int:
    """Create the entries that are missing below `home` (the Chinese home page); how many.

    What staff have changed or deleted is left as it is. Needs products, producers and sources.
    """
    content = validate(Index, read_yaml(CONTENT_DIR / "index.yaml"), file="index.yaml")
    loader = EntryLoader(_load_index(home, content))
    return sum(loader.load(entry) for entry in read_stories())


def _load_index(home: Page, content: Index) -> StoryIndexPage:
    page = StoryIndexPage.objects.child_of(home).first()
    if page is None:
        page = StoryIndexPage(
            slug="stories",
            show_in_menus=True,
            title=content.title.zh,
            summary=content.summary.zh,
        )
        home.add_child(instance=page)
        page.save_revision().publish()
        english = StoryIndexPage(slug="stories", title=content.title.en, summary=content.summary.en)
        publish_translation(page, english, Locale.objects.get(language_code="en"))
    return page


class EntryLoader:
    """Writes entries below `index`."""

    def __init__(self, index: StoryIndexPage):
        self.index = index
        self.english = Locale.objects.get(language_code="en")
        self.sources = dict(Source.objects.values_list("key", "pk"))
        self.products = {product.slug: product for product in GIProduct.objects.all()}
        self.producers = {producer.slug: producer for producer in Producer.objects.real()}
        self.districts = {district.slug: district for district in District.objects.all()}

    def load(self, entry: Entry) -> bool:
        """Creates the page in both languages, unless it is or was there."""
        if Page.objects.child_of(self.index).filter(slug=entry.slug).exists():
            return False
        if self._was_deleted_by_staff(entry):
            return False
        page = self._page(entry, "zh")
        self.index.add_child(instance=page)
        page.save_revision().publish()
        publish_translation(page, self._page(entry, "en"), self.english)
        return True

    @staticmethod
    def _was_deleted_by_staff(entry: Entry) -> bool:
        # Under this title it was published once, whatever it was called in the end.
        loaded = PageLogEntry.objects.filter(label=entry.title.zh)
        deletions = PageLogEntry.objects.filter(action="wagtail.delete", user__isnull=False)
        return deletions.filter(page_id__in=loaded.values("page_id")).exists()

    def _page(self, entry: Entry, language: str):
        products = [self._known(self.products, slug, entry) for slug in entry.products]
        pictured = self.products.get(entry.picture) or next(iter(products), None)
        page = CLASSES[entry.kind](
            slug=entry.slug,
            title=getattr(entry.title, language),
            summary=getattr(entry.summary, language),
            date=entry.date,
            picture=pictured and pictured.image,
            body=[self._block(entry, index, language) for index in range(len(entry.body))],
        )
        page.products = products
        page.related_producers = [
            StoryProducer(producer=self._known(self.producers, slug, entry), sort_order=order)
            for order, slug in enumerate(entry.producers)
        ]
        if entry.kind == Kind.STORY:
            page.about = entry.about
        if entry.kind == Kind.EVENT:
            page.ends_on = entry.ends_on
            page.place = getattr(entry.place, language)
            page.organiser = getattr(entry.organiser, language) if entry.organiser else ""
            page.district = entry.district and self._known(self.districts, entry.district, entry)
        return page

    def _block(self, entry: Entry, index: int, language: str) -> dict:
        block = entry.body[index]
        text = getattr(block, language)
        if block.type == "heading":
            value = {"text": text, "anchor": block.anchor}
        else:
            value = {"sources": [self._known(self.sources, key, entry) for key in block.sources]}
            is_rich = block.type != "quotation"
            value["text"] = paragraph_html(text) if is_rich else text
        if block.type == "quotation":
            value["speaker"] = getattr(block.speaker, language)
        kind = "text" if block.type == "paragraph" else block.type
        return {"type": kind, "id": block_id("stories", entry.slug, index), "value": value}

    @staticmethod
    def _known(records: dict, key: str, entry: Entry):
        if key not in records:
            raise ContentError(f"stories.yaml: {entry.slug}: unknown {key}")
        return records[key]
