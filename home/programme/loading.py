"""The page and the records of the programme from the files in `content`."""

import hashlib
import uuid
from pathlib import Path

from django.db import transaction
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

CONTENT_DIR = Path(__file__).resolve().parent / "content"
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


# The records in the order in which they are read, with the file of each.
RECORDS = {
    "indicators": (models.Indicator, IndicatorContent),
    "milestones": (models.Milestone, MilestoneContent),
    "partners": (models.Partner, PartnerContent),
    "documents": (models.ProgrammeDocument, DocumentContent),
}
# What readers see in the order of the file.
ORDERED = ("indicators", "partners")


def read_page(directory: Path = CONTENT_DIR) -> PageContent:
    """The checked first page. Raises `ContentError` naming every wrong field."""
    return validate(PageContent, read_yaml(directory / "page.yaml"), file="page.yaml")


def read_records(name: str, directory: Path = CONTENT_DIR) -> list:
    """The checked entries of one file. Raises `ContentError` naming entry and field."""
    _model, shape = RECORDS[name]
    path = directory / f"{name}.yaml"
    return [
        validate(shape, item, file=f"{path.name}[{index}]")
        for index, item in enumerate(read_yaml(path))
    ]


@transaction.atomic
def load_programme(home: Page, directory: Path = CONTENT_DIR) -> int:
    """Create or renew what the files say, bar what staff changed or deleted; how many were.

    A missing source or product is a `ContentError`.
    """
    loader = _Loader()
    written = load_page(home, read_page(directory), loader)
    for name, (model, _shape) in RECORDS.items():
        for order, content in enumerate(read_records(name, directory), start=1):
            fields = {"sort_order": 10 * order} if name in ORDERED else {}
            written += loader.load(model, content, **fields)
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
    def __init__(self):
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

    def load(self, model, content, **fields) -> bool:
        """Whether the record was written."""
        label = content.name if hasattr(content, "name") else content.title
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
            raise ContentError(f"home/programme/content: there is no “{key}”")
        return records[key]
