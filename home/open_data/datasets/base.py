"""What a dataset is: its fields, its public records, its filters and orders."""

import datetime
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import QuerySet

from gi_site.core.finder import FacetFilterSet
from home.open_data.fields import Field, Kind, objectify, schema_of

CHUNK = 1_000
# No more: a larger number fits into no column.
DIGITS = re.compile(r"[0-9]{1,18}")


def nothing(*args):
    """For what a dataset has no need of."""


@dataclass(frozen=True)
class Dataset:
    """One set of open data; API, files, dictionary and snapshot all follow from it.

    `records()` are the public records and no others; `output(queryset)` brings what the fields
    read, in a number of queries that does not grow; `prepare(record, day)` computes what holds on
    a day. `orders` name columns, each order ends with a unique one; the first is the default.
    `terms()` gives the values each filter takes.
    """

    name: str
    title: Any
    about: Any
    fields: tuple[Field, ...]
    identifier: str
    records: Callable[[], QuerySet]
    orders: dict[str, tuple[str, ...]]
    output: Callable[[QuerySet], QuerySet] = lambda queryset: queryset
    prepare: Callable = nothing
    filterset: type[FacetFilterSet] | None = None
    terms: Callable[[], dict[str, dict[str, Any]]] = dict
    takes_text: bool = False
    takes_day: bool = False
    changed_at: Callable[[], datetime.datetime | None] = nothing
    # A GeoJSON geometry of a record: the API answers such a set whole, as a FeatureCollection.
    geometry: Callable | None = None
    formats: tuple[str, ...] = ("csv", "xlsx", "json")
    notes: tuple = field(default=())

    @cached_property
    def schema(self):
        """The schema of one item."""
        return schema_of(self.name.title().removesuffix("s"), self.fields)

    @property
    def identifying_field(self) -> Field:
        """The field by which one item is asked for."""
        return next(each for each in self.fields if each.key == self.identifier)

    def find(self, key: str):
        """The public record that `key` names, with what its fields read; None if there is none."""
        if self.identifying_field.kind == Kind.INTEGER and not DIGITS.fullmatch(key):
            return None
        if "\0" in key:  # PostgreSQL takes none
            return None
        return self.output(self.records()).filter(**{self.identifier: key}).first()

    def columns(self) -> list[str]:
        """The columns of its tables."""
        return [name for each in self.fields for name in each.columns]

    def items(self, queryset: QuerySet, day: datetime.date) -> Iterator[dict]:
        """The records of `queryset` as objects, as they stand on `day`."""
        for record in self.output(queryset).iterator(chunk_size=CHUNK):
            yield self.item(record, day)

    def item(self, record, day: datetime.date) -> dict:
        """One record as an object, or as a GeoJSON feature."""
        self.prepare(record, day)
        values = objectify(self.fields, record)
        if self.geometry is None:
            return values
        return {"type": "Feature", "geometry": self.geometry(record), "properties": values}

    def whole(self, day: datetime.date) -> Iterator[dict]:
        """Every item in the default order."""
        order = next(iter(self.orders.values()))
        return self.items(self.records().order_by(*order), day)

    def cells(self, item: dict) -> list:
        """An item as a row of a table."""
        values = item["properties"] if self.geometry else item
        return [cell for each in self.fields for cell in each.cells(values[each.key])]
