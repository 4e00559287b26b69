"""Fields that several datasets have, and readers of what a record points to."""

from django.utils.translation import gettext_lazy as _

from home.open_data.fields import Field, Kind
from products.catalogue.enums import Confidence


def titles_of(name: str):
    """Reads the titles of the source that `name` points to, in both languages."""

    def read(record):
        source = getattr(record, name)
        return source and (source.title_zh, source.title_en)

    return read


def names_of(name: str):
    """Reads the names of the record that `name` points to, in both languages."""

    def read(record):
        other = getattr(record, name)
        return other and (other.name_zh, other.name_en)

    return read


def slug_of(name: str):
    """Reads the slug of the record that `name` points to."""

    def read(record):
        other = getattr(record, name)
        return other and other.slug

    return read


PRODUCT = (
    Field(
        "product",
        Kind.TEXT,
        _("The product, by its “slug” in the products."),
        slug_of("product"),
        "zhenlong-lychee",
        is_required=True,
    ),
    Field(
        "product_name",
        Kind.TEXTS,
        _("The name of the product."),
        names_of("product"),
        {"zh": "镇隆荔枝", "en": "Zhenlong Lychee"},
    ),
)
SOURCE = Field(
    "source", Kind.TEXTS, _("The title of the text in which this was read."), titles_of("source")
)
FOOTING = (
    SOURCE,
    Field(
        "source_url",
        Kind.TEXT,
        _("The address of that text, if it is safe to follow."),
        lambda record: record.source.url,
    ),
    Field(
        "second_source",
        Kind.TEXTS,
        _("The title of a second text that says the same."),
        titles_of("second_source"),
    ),
    Field(
        "confidence",
        Kind.CODE,
        _("How well it is supported."),
        choices=Confidence,
        is_required=True,
    ),
)
IDENTIFIER = Field(
    "id", Kind.INTEGER, _("Its number in this data; never used again."), example=7, is_required=True
)
