"""Write the checked content files into the catalogue's records."""

import hashlib
import json
from collections.abc import Mapping
from itertools import zip_longest
from pathlib import Path

from django.core.files.images import ImageFile

from gi_site.core.models import ILLUSTRATOR, SiteImage
from products.catalogue import models
from products.catalogue.models.sources import parse_partial_date

from . import schema

ART_DIR = Path(__file__).resolve().parent.parent / "art" / "raster"
ILLUSTRATION_LICENCE = "CC BY 4.0"


def both(field: str, text: schema.Bilingual | None) -> dict[str, str]:
    """`text` as the two columns of `field`."""
    return {f"{field}_zh": text.zh if text else "", f"{field}_en": text.en if text else ""}


def dated(field: str, text: str | None) -> dict:
    """A partial date as its two columns."""
    date, precision = parse_partial_date(text)
    return {field: date, f"{field}_precision": precision}


def load_sources(sources: Mapping[str, schema.Source]) -> int:
    """Create the sources that are missing; how many."""
    present = set(models.Source.objects.values_list("key", flat=True))
    new = [
        models.Source(
            key=key,
            kind=source.kind,
            read_on=source.read_on,
            url=source.url or "",
            **both("title", source.title),
            **both("publisher", source.publisher),
            **both("note", source.note),
            **dated("published", source.published),
        )
        for key, source in sources.items()
        if key not in present
    ]
    for source in new:
        source.full_clean()
        source.save()
    return len(new)


def load_terms(directory: Path = schema.CONTENT_DIR) -> int:
    """Create the districts (with their boundaries) and product classes that are missing."""
    created = 0
    collection = json.loads((directory / "huizhou_counties.geojson").read_text(encoding="utf-8"))
    boundaries = {
        feature["properties"]["adcode"]: feature["geometry"] for feature in collection["features"]
    }
    for district in schema.read_districts(directory):
        _district, is_new = models.District.objects.get_or_create(
            slug=district.slug,
            defaults={
                "adcode": district.adcode,
                "kind": district.kind,
                "boundary": boundaries.get(district.adcode),
                "parent": models.District.objects.filter(slug=district.parent).first(),
                **both("name", district.name),
            },
        )
        created += is_new
    for order, category in enumerate(schema.read_categories(directory)):
        _category, is_new = models.Category.objects.get_or_create(
            slug=category.slug,
            defaults={
                "gbt43583": category.gbt43583 or "",
                "sort_order": order,
                **both("name", category.name),
            },
        )
        created += is_new
    return created


def illustration_path(slug: str) -> Path:
    """Where the drawn plate of a product is kept."""
    return ART_DIR / f"{slug}.webp"


def load_illustration(product: schema.Product) -> SiteImage | None:
    """The product's plate as a picture; None while it is not drawn."""
    path = illustration_path(product.slug)
    if not path.exists():
        return None
    texts = both("alt", product.illustration_alt)
    image = SiteImage.objects.filter(title=product.name.zh, author=ILLUSTRATOR).first()
    image = image or SiteImage(title=product.name.zh, author=ILLUSTRATOR)
    image.licence = ILLUSTRATION_LICENCE
    image.alt_zh, image.alt_en = texts["alt_zh"], texts["alt_en"]
    with path.open("rb") as file:
        drawn = hashlib.sha1(file.read(), usedforsecurity=False).hexdigest()
        if image.file_hash != drawn:
            image.file = ImageFile(file, name=path.name)
            image.file_hash, image.file_size = drawn, None
            if image.pk:
                image.renditions.all().delete()
        image.save()
    return image


class ProductRecordLoader:
    """Writes one product file into a GIProduct and everything that hangs on it."""

    def __init__(self):
        self.sources = {source.key: source for source in models.Source.objects.all()}
        self.categories = {term.slug: term for term in models.Category.objects.all()}
        self.districts = {term.adcode: term for term in models.District.objects.all()}

    def load(self, content: schema.Product) -> models.GIProduct:
        """The saved product, its lists replaced by those of `content`."""
        product = models.GIProduct.objects.filter(slug=content.slug).first()
        product = product or models.GIProduct(slug=content.slug)
        product.number = content.number
        product.state = content.state
        product.pinyin = content.pinyin
        product.category = self.categories[content.category]
        product.image = load_illustration(content) or product.image
        self._set(product, both("name", content.name))
        self._set_place(product, content.place)
        product.districts = [self.districts[adcode] for adcode in content.districts]
        product.other_names = [
            models.ProductName(
                name=name.name, kind=name.kind, **both("note", name.note), **self._footing(name)
            )
            for name in content.other_names
        ]
        product.quality_limits = [self._quality_limit(row) for row in content.quality_limits]
        product.seasons = [
            models.SeasonWindow(
                kind=window.kind,
                start=window.start,
                end=window.end,
                **both("label", window.label),
                **self._footing(window),
            )
            for window in content.seasons
        ]
        product.figures = [self._figure(row) for row in content.figures]
        product.recognitions = [
            models.Recognition(
                year=row.year,
                **both("title", row.title),
                **both("conferred_by", row.conferred_by),
                **self._footing(row),
            )
            for row in content.recognitions
        ]
        product.full_clean()
        product.save()
        product.save_revision()
        self._load_protections(product, content.protections)
        return product

    def _footing(self, fact: schema.Sourced) -> dict:
        first, second = ([self.sources[key] for key in fact.sources] + [None])[:2]
        return {"source": first, "second_source": second, "confidence": fact.confidence}

    @staticmethod
    def _set(record, values: dict):
        for name, value in values.items():
            setattr(record, name, value)

    def _set_place(self, product: models.GIProduct, place: schema.Place | None):
        self._set(product, both("area", place.area if place else None))
        product.is_official_area = bool(place and place.is_official_area)
        product.area_source = self.sources[place.sources[0]] if place else None
        for edge in ("west", "east", "south", "north"):
            box = place and place.box
            setattr(product, edge, str(getattr(box, edge)) if box else None)

    def _quality_limit(self, row: schema.QualityLimit) -> models.QualityLimit:
        return models.QualityLimit(
            comparator=row.comparator,
            value=str(row.value),
            value_max=None if row.value_max is None else str(row.value_max),
            unit=row.unit,
            kind=row.kind,
            **both("indicator", row.indicator),
            **both("variety", row.variety),
            **both("note", row.note),
            **self._footing(row),
        )

    def _figure(self, row: schema.Figure) -> models.Figure:
        return models.Figure(
            measure=row.measure,
            qualifier=row.qualifier,
            value=str(row.value),
            value_max=None if row.value_max is None else str(row.value_max),
            **both("definition", row.definition),
            **both("unit", row.unit),
            **both("scope", row.scope),
            **dated("period", row.period),
            **self._footing(row),
        )

    def _load_protections(self, product: models.GIProduct, rows: list[schema.Protection]):
        """Protections are updated in place: authorisations point to them."""
        existing = list(product.protections.order_by("pk"))
        for row, protection in zip_longest(rows, existing[: len(rows)]):
            self._load_protection(protection or models.Protection(product=product), row)
        for protection in existing[len(rows) :]:
            protection.delete()

    def _load_protection(self, protection: models.Protection, row: schema.Protection):
        values = {
            "scheme": row.scheme,
            "number": row.number or "",
            "announcement_number": row.announcement_number or "",
            "is_application_only": row.is_application_only,
            "valid_from": parse_partial_date(row.valid_from)[0],
            "valid_until": parse_partial_date(row.valid_until)[0],
            "end_reason": row.end_reason or "",
            **both("authority", row.authority),
            **both("holder", row.holder),
            **both("note", row.note),
            **dated("announced", row.announced),
            **dated("applied", row.applied),
            **self._footing(row),
        }
        self._set(protection, values)
        protection.standards = [
            models.ProtectionStandard(
                number=standard.number,
                **both("title", standard.title),
                **self._footing(standard),
            )
            for standard in row.standards
        ]
        protection.full_clean()
        protection.save()
        protection.save_revision()
