"""The shape of the content files in `products/catalogue/content`.

Reading a file either gives checked Python objects or raises `ContentError`,
whose text names the file and every wrong field.
"""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import Annotated, Literal, Self

import yaml
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)

from products.catalogue import enums

# The facts of the content files were compiled from their sources on this day.
READ_ON = datetime.date(2026, 11, 22)
CONTENT_DIR = Path(__file__).resolve().parent.parent / "content"
HAN = re.compile(r"[\u3400-\u9fff]")

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
HalfMonth = Annotated[int, Field(ge=1, le=24)]


def _chinese(text: str) -> str:
    if not HAN.search(text):
        raise ValueError("has no Chinese character")
    return text


def _english(text: str) -> str:
    if HAN.match(text):
        raise ValueError("starts with a Chinese character; English text belongs here")
    return text


def _partial_date(text: str) -> str:
    parts = [int(part) for part in text.split("-")]
    datetime.date(*[*parts, 1, 1][:3])
    return text


PartialDate = Annotated[
    str,
    StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$"),
    AfterValidator(_partial_date),
]


class ContentError(Exception):
    """A content file is wrong; the text lists `file: field: reason` line by line."""


class Strict(BaseModel):
    """Unknown fields are errors: a misspelt field never disappears silently."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


class Bilingual(Strict):
    """The same text in Chinese and English."""

    zh: Annotated[Line, AfterValidator(_chinese)]
    en: Annotated[Line, AfterValidator(_english)]


class Sourced(Strict):
    """A fact with the ids of its sources (keys of sources.yaml), the best one first."""

    sources: Annotated[list[Line], Field(min_length=1)]
    confidence: enums.Confidence = enums.Confidence.MEDIUM


class Source(Strict):
    """One entry of sources.yaml."""

    title: Bilingual
    publisher: Bilingual | None = None
    kind: enums.SourceKind
    published: PartialDate | None = None
    read_on: datetime.date = READ_ON
    url: Annotated[str, StringConstraints(pattern=r"^https?://")] | None = None
    note: Bilingual | None = None


class District(Strict):
    """One entry of districts.yaml."""

    slug: Slug
    adcode: Annotated[str, Field(pattern=r"^4413\d\d$")] | None
    kind: Literal["district", "county", "zone"]
    parent: Slug | None = None
    name: Bilingual


class Category(Strict):
    """One entry of categories.yaml."""

    slug: Slug
    name: Bilingual
    gbt43583: Line | None = None


class OtherName(Sourced):
    """Another name; `note` says in a few words who uses it."""

    name: Line
    kind: enums.NameKind = enums.NameKind.OTHER
    note: Bilingual | None = None


class Box(Strict):
    """Coordinate box of the protected area, decimal degrees."""

    west: Annotated[float, Field(ge=113, le=116)]
    east: Annotated[float, Field(ge=113, le=116)]
    south: Annotated[float, Field(ge=22, le=25)]
    north: Annotated[float, Field(ge=22, le=25)]

    @model_validator(mode="after")
    def _has_extent(self) -> Self:
        if self.west >= self.east or self.south >= self.north:
            raise ValueError("west must be below east and south below north")
        return self


class Place(Sourced):
    """Where the product comes from. `area` is the official or stated area text."""

    area: Bilingual
    is_official_area: bool = False
    box: Box | None = None


class Standard(Sourced):
    """A standard or technical specification: number and title as printed."""

    number: Line
    title: Bilingual | None = None


class Protection(Sourced):
    """One protection event; in force only with announcement number, full date and authority."""

    scheme: enums.Scheme
    number: Line | None = None
    authority: Bilingual | None = None
    announcement_number: Line | None = None
    announced: PartialDate | None = None
    applied: PartialDate | None = None
    is_application_only: bool = False
    holder: Bilingual | None = None
    valid_from: PartialDate | None = None
    valid_until: PartialDate | None = None
    end_reason: enums.EndReason | None = None
    standards: list[Standard] = []
    note: Bilingual | None = None


class QualityLimit(Sourced):
    """One row of the quality table; for `range`, `value` to `value_max`."""

    indicator: Bilingual
    variety: Bilingual | None = None
    comparator: enums.Comparator
    value: float
    value_max: float | None = None
    unit: Line
    kind: enums.LimitKind
    note: Bilingual | None = None

    @model_validator(mode="after")
    def _range_has_two_ends(self) -> Self:
        is_range = self.comparator == enums.Comparator.RANGE
        if is_range != (self.value_max is not None):
            raise ValueError("value_max belongs to the comparator 'range', and only to it")
        if self.value_max is not None and self.value_max <= self.value:
            raise ValueError("value_max must be above value")
        return self


class SeasonWindow(Sourced):
    """Half-months 1 (early January) to 24 (late December), inclusive; may wrap over the year."""

    kind: enums.SeasonKind
    start: HalfMonth
    end: HalfMonth
    label: Bilingual | None = None


class Figure(Sourced):
    """A dated number. `period` is the year or date it is for; null if the source gives none."""

    measure: enums.Measure
    definition: Bilingual
    value: float
    value_max: float | None = None
    qualifier: enums.Qualifier = enums.Qualifier.EXACT
    unit: Bilingual
    period: PartialDate | None = None
    scope: Bilingual | None = None


class Recognition(Sourced):
    """A title or listing other than a protection."""

    title: Bilingual
    year: int | None = None
    conferred_by: Bilingual | None = None


class Passage(Sourced):
    """One paragraph of a page, plain text, the same content in both languages."""

    kind: enums.PassageKind = enums.PassageKind.FACT
    zh: Annotated[Line, AfterValidator(_chinese)]
    en: Annotated[Line, AfterValidator(_english)]


class Reason(Sourced):
    """One sentence: why the product is special. At most 60 Chinese or 200 Latin characters."""

    zh: Annotated[Line, StringConstraints(max_length=60), AfterValidator(_chinese)]
    en: Annotated[Line, StringConstraints(max_length=200), AfterValidator(_english)]


class Sections(Strict):
    """The prose of a product page, section by section; an empty section is not yet known."""

    place: list[Passage] = []
    quality: list[Passage] = []
    making: list[Passage] = []
    nature: list[Passage] = []
    season: list[Passage] = []
    culture: list[Passage] = []
    eating: list[Passage] = []
    keeping: list[Passage] = []


class Product(Strict):
    """One file `products/<slug>.yaml`."""

    slug: Slug
    number: Annotated[int, Field(ge=1, le=99)]
    state: enums.ProductState
    name: Bilingual
    pinyin: Line
    other_names: list[OtherName] = []
    category: Literal[
        "fruit", "vegetable", "grain", "oil-crop", "tea", "honey", "livestock", "processed"
    ]
    districts: Annotated[list[Annotated[str, Field(pattern=r"^4413\d\d$")]], Field(min_length=1)]
    place: Place | None = None
    protections: list[Protection] = []
    quality_limits: list[QualityLimit] = []
    seasons: list[SeasonWindow] = []
    figures: list[Figure] = []
    recognitions: list[Recognition] = []
    reason: Reason
    sections: Sections
    disagreements: list[Passage] = []
    not_yet_known: list[Bilingual] = []
    illustration_alt: Bilingual


def read_yaml(path: Path):
    """The parsed file. Raises `ContentError` if it is no YAML."""
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ContentError(f"{path.name}: not readable as YAML: {error}") from error


def validate(model: type[Strict], data, *, file: str):
    """`data` as `model`. Raises `ContentError` naming `file` and each wrong field."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        lines = [
            f"{file}: {'.'.join(str(part) for part in problem['loc']) or 'file'}: {problem['msg']}"
            for problem in error.errors()
        ]
        raise ContentError("\n".join(lines)) from error


def read_sources(directory: Path = CONTENT_DIR) -> dict[str, Source]:
    """All sources by key."""
    path = directory / "sources.yaml"
    data = read_yaml(path)
    if not isinstance(data, dict):
        raise ContentError(f"{path.name}: file: must be a mapping of source keys")
    return {key: validate(Source, value, file=f"{path.name}[{key}]") for key, value in data.items()}


def read_districts(directory: Path = CONTENT_DIR) -> list[District]:
    """The districts, each zone after the district it lies in."""
    return _read_list(District, directory / "districts.yaml")


def read_categories(directory: Path = CONTENT_DIR) -> list[Category]:
    """The product classes in their order."""
    return _read_list(Category, directory / "categories.yaml")


def _read_list(model: type[Strict], path: Path) -> list:
    data = read_yaml(path)
    if not isinstance(data, list):
        raise ContentError(f"{path.name}: file: must be a list")
    return [validate(model, item, file=f"{path.name}[{index}]") for index, item in enumerate(data)]


def read_product(path: Path, known_sources: set[str] | None = None) -> Product:
    """One checked product file; with `known_sources`, every source key must be among them."""
    product = validate(Product, read_yaml(path), file=path.name)
    if product.slug != path.stem:
        raise ContentError(f"{path.name}: slug: must equal the file name")
    if known_sources is not None:
        unknown = sorted(
            {
                f"{path.name}: {where}: unknown source {key}"
                for where, keys in _source_keys(product, "")
                for key in keys
                if key not in known_sources
            }
        )
        if unknown:
            raise ContentError("\n".join(unknown))
    return product


def _source_keys(value, where: str):
    if isinstance(value, Sourced):
        yield f"{where}.sources".lstrip("."), value.sources
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _source_keys(getattr(value, name), f"{where}.{name}".lstrip("."))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _source_keys(item, f"{where}.{index}")
