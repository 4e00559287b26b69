"""The page and the records of the programme from `content/programme.yaml`."""

import hashlib
import uuid
from pathlib import Path
from typing import Annotated

from django.db import transaction
from pydantic import Field
from wagtail.models import Locale, Page

from gi_site.core.localize import publish_translation
from home.programme import enums, models
from products.catalogue.enums import Qualifier
from products.catalogue.loading.records import both, dated
from products.catalogue.loading.schema import (
    Bilingual,
    ContentError,
    Line,
    PartialDate,
    Slug,
    Sourced,
    Strict,
    read_yaml,
    validate,
)
from products.catalogue.loading.staff import changes_by_staff, was_deleted_by_staff
from products.catalogue.models import GIProduct, Source

CONTENT_FILE = Path(__file__).resolve().parent / "content" / "programme.yaml"
NAMESPACE = uuid.UUID("4f1a8d7e-4413-5000-8000-000000000007")


class Work(Strict):
    """One thing the programme does."""

    heading: Bilingual
    text: Bilingual
    place: Bilingual
    source: Line


class PageContent(Strict):
    """What editors write on the first page."""

    title: Bilingual
    summary: Bilingual
    introduction: Bilingual
    works: list[Work]


class Value(Sourced):
    """One value of an indicator."""

    kind: enums.ValueKind = enums.ValueKind.ACTUAL
    qualifier: Qualifier = Qualifier.EXACT
    value: float
    value_max: float | None = None
    period: PartialDate
    note: Bilingual | None = None


class IndicatorContent(Strict):
    key: Slug
    name: Bilingual
    definition: Bilingual
    unit: Bilingual
    computation: enums.Computation | None = None
    headline: bool = False
    note: Bilingual | None = None
    values: list[Value] = []


class MilestoneContent(Sourced):
    key: Slug
    date: PartialDate
    title: Bilingual
    text: Bilingual | None = None
    product: Slug | None = None


class PartnerContent(Sourced):
    key: Slug
    name: Bilingual
    role: Bilingual


class DocumentContent(Sourced):
    key: Slug
    kind: enums.DocumentKind
    title: Bilingual
    year: int | None = None


class ProgrammeContent(Strict):
    """programme.yaml."""

    page: PageContent
    indicators: Annotated[list[IndicatorContent], Field(min_length=1)]
    milestones: list[MilestoneContent] = []
    partners: list[PartnerContent] = []
    documents: list[DocumentContent] = []


def read_programme(path: Path = CONTENT_FILE) -> ProgrammeContent:
    """The checked content. Raises `ContentError` naming every wrong field."""
    return validate(ProgrammeContent, read_yaml(path), file=path.name)


@transaction.atomic
def load_programme(home: Page, path: Path = CONTENT_FILE) -> int:
    """Create or renew what the file says, bar what staff changed or deleted; how many were.

    A missing source or product is a `ContentError`.
    """
    content = read_programme(path)
    loader = _Loader(path.name)
    written = load_page(home, content.page, loader)
    for order, indicator in enumerate(content.indicators, start=1):
        written += loader.load(models.Indicator, indicator, indicator.name, sort_order=10 * order)
    for milestone in content.milestones:
        written += loader.load(models.Milestone, milestone, milestone.title)
    for order, partner in enumerate(content.partners, start=1):
        written += loader.load(models.Partner, partner, partner.name, sort_order=10 * order)
    for document in content.documents:
        written += loader.load(models.ProgrammeDocument, document, document.title)
    return written


def load_page(home: Page, content: PageContent, loader: "_Loader") -> bool:
    """The page below `home` (the Chinese home page) with its English twin; whether it was made."""
    if models.ProgrammePage.objects.child_of(home).exists():
        return False
    page = loader.page(content, "zh")
    page.show_in_menus = True
    home.add_child(instance=page)
    page.save_revision().publish()
    english = loader.page(content, "en")
    publish_translation(page, english, Locale.objects.get(language_code="en"))
    return True


class _Loader:
    def __init__(self, file_name: str):
        self.file_name = file_name
        self.sources = {source.key: source for source in Source.objects.all()}
        self.products = {product.slug: product for product in GIProduct.objects.all()}

    def page(self, content: PageContent, language: str) -> models.ProgrammePage:
        """The unsaved page in one language; block ids are the same in both."""
        works = [
            {
                "type": "work",
                "id": str(uuid.uuid5(NAMESPACE, f"work/{index}")),
                "value": {
                    "heading": getattr(work.heading, language),
                    "text": getattr(work.text, language),
                    "place": getattr(work.place, language),
                    "source": self._known(self.sources, work.source).pk,
                },
            }
            for index, work in enumerate(content.works)
        ]
        return models.ProgrammePage(
            slug="programme",
            title=getattr(content.title, language),
            summary=getattr(content.summary, language),
            introduction=getattr(content.introduction, language),
            body=works,
        )

    def load(self, model, content, label: Bilingual, **fields) -> bool:
        """Whether the record was written."""
        checksum = hashlib.sha256(f"{content.model_dump_json()}{fields}".encode()).hexdigest()
        record = model.objects.filter(key=content.key).first()
        if record is None:
            if was_deleted_by_staff(model, label__in=[label.zh, label.en]):
                return False
            record = model(key=content.key)
        elif record.content_checksum == checksum or changes_by_staff(model, [record.pk]).exists():
            return False
        for name, value in {**self._fields(content), **fields}.items():
            setattr(record, name, value)
        record.content_checksum = checksum
        record.full_clean()
        record.save()
        return True

    def _fields(self, content: Strict) -> dict:
        """The columns of a record from its entry in the file."""
        fields = {}
        for name, value in content:
            match name, value:
                case (("key" | "sources"), _):
                    continue
                case "values", _:
                    fields[name] = [models.IndicatorValue(**self._fields(each)) for each in value]
                case "period", _:
                    fields |= dated(name, value)
                case "date", _:  # YAML reads the key “on” as true
                    fields |= dated("on", value)
                case "headline", _:
                    fields["is_headline"] = value
                case "product", str():
                    fields[name] = self._known(self.products, value)
                case _, Bilingual():
                    fields |= both(name, value)
                case _, None if name in ("note", "text"):
                    fields |= both(name, None)
                case "computation", _:
                    fields[name] = value or ""
                case _:
                    fields[name] = value
        if isinstance(content, Sourced):
            first, second = [*content.sources, None][:2]
            fields["source"] = self._known(self.sources, first)
            fields["second_source"] = self._known(self.sources, second) if second else None
        return fields

    def _known(self, records: dict, key: str):
        if key not in records:
            raise ContentError(f"{self.file_name}: there is no “{key}”")
        return records[key]
