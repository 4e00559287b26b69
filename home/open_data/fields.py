"""The fields of open data: one definition makes the API's schema, the columns and the dictionary.

A field says what it means and how a record fills it. In the API and in JSON it has one value; in
tables a bilingual field has two columns and a list of rows has none.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from django.db import models
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from pydantic import BaseModel, create_model
from pydantic import Field as SchemaField

from gi_site.core.plain import partial_day, plain_number

LANGUAGES = {"zh": "zh-hans", "en": "en"}
PARTIAL_DATE_PATTERN = r"^[0-9]{4}(-[0-9]{2}){0,2}$"
# Between the values of a list in one cell.
SEPARATOR = ";"


class Kind(models.TextChoices):
    """What a field holds."""

    TEXT = "text", pgettext_lazy("kind of field", "text")
    TEXTS = "texts", _("text in Chinese and English")
    CODE = "code", _("one of the codes")
    CODES = "codes", _("several of the codes")
    NAMES = "names", _("several texts")
    DATE = "date", pgettext_lazy("kind of field", "date")
    PARTIAL_DATE = "partial_date", _("date, month or year")
    TIME = "time", _("date and time")
    INTEGER = "integer", _("whole number")
    NUMBER = "number", pgettext_lazy("kind of field", "number")
    BOOLEAN = "boolean", _("true or false")
    ROWS = "rows", _("list of objects, only in JSON")


# What is never null: it is empty, or false, instead.
ALWAYS_THERE = {Kind.TEXTS, Kind.CODES, Kind.NAMES, Kind.BOOLEAN, Kind.ROWS}
TYPES = {
    Kind.TEXT: str,
    Kind.DATE: datetime.date,
    Kind.TIME: datetime.datetime,
    Kind.INTEGER: int,
    Kind.NUMBER: float,
    Kind.BOOLEAN: bool,
    Kind.NAMES: list[str],
    Kind.PARTIAL_DATE: Annotated[str, SchemaField(pattern=PARTIAL_DATE_PATTERN)],
}


class Texts(BaseModel):
    """The same text in both languages; null where it is not known."""

    zh: str | None
    en: str | None


@dataclass(frozen=True)
class Field:
    """One field of a dataset.

    `of(record)` gives a text, a date, a number or None; a pair (Chinese, English) for TEXTS, a
    pair (date, precision) for PARTIAL_DATE, the records of its rows for ROWS. Left out, it is the
    attribute of the same name (for TEXTS the two that end in `_zh` and `_en`).
    """

    key: str
    kind: Kind
    meaning: Any
    of: Callable | None = None
    example: Any = ""
    choices: type[models.TextChoices] | None = None
    rows: tuple["Field", ...] = ()
    is_required: bool = False

    def value(self, record):
        """What stands in JSON; None for what is not known."""
        value = self._read(record)
        if self.kind == Kind.ROWS:
            return [objectify(self.rows, row) for row in value]
        return AS_JSON[self.kind](value) if self.kind in AS_JSON else value

    def _read(self, record):
        if self.of is not None:
            return self.of(record)
        if self.kind == Kind.TEXTS:
            return getattr(record, f"{self.key}_zh"), getattr(record, f"{self.key}_en")
        return getattr(record, self.key)

    @property
    def example_text(self) -> str:
        """The example in one line of text."""
        if isinstance(self.example, dict):
            return " / ".join(self.example.values())
        return SEPARATOR.join(self.example) if isinstance(self.example, list) else str(self.example)

    @property
    def columns(self) -> list[str]:
        """The names of its columns in a table."""
        if self.kind == Kind.ROWS:
            return []
        return [f"{self.key}_zh", f"{self.key}_en"] if self.kind == Kind.TEXTS else [self.key]

    def cells(self, value) -> list:
        """`value`, as `value()` gives it, in the cells of its columns."""
        match self.kind:
            case Kind.ROWS:
                return []
            case Kind.TEXTS:
                return [value["zh"], value["en"]]
            case Kind.CODES | Kind.NAMES:
                return [SEPARATOR.join(value)]
            case Kind.BOOLEAN:
                return ["true" if value else "false"]
            case Kind.DATE:
                return [value and datetime.date.fromisoformat(value)]
        return [value]

    @property
    def codes(self) -> list[tuple[str, dict[str, str]]]:
        """Every code with its meaning in both languages."""
        if self.choices is None:
            return []
        return [(str(choice.value), in_both_languages(choice.label)) for choice in self.choices]

    def schema_type(self):
        """Its type for pydantic, and with that for OpenAPI."""
        match self.kind:
            case Kind.TEXTS:
                return Texts
            case Kind.ROWS:
                return list[schema_of(self.key.title().replace("_", "") + "Row", self.rows)]
            case Kind.CODE:
                plain = Literal[tuple(str(value) for value in self.choices.values)]
            case Kind.CODES:
                return list[Literal[tuple(str(value) for value in self.choices.values)]]
            case _:
                plain = TYPES[self.kind]
        return plain if self.is_required or self.kind in ALWAYS_THERE else plain | None


def schema_of(name: str, fields: tuple[Field, ...]) -> type[BaseModel]:
    """The schema of an object with `fields`; described in English."""
    with translation.override("en"):
        return create_model(
            name,
            **{
                field.key: (
                    field.schema_type(),
                    SchemaField(
                        description=str(field.meaning),
                        examples=[field.example] if field.example != "" else None,
                    ),
                )
                for field in fields
            },
        )


def objectify(fields: tuple[Field, ...], record) -> dict:
    """`record` as a JSON object."""
    return {field.key: field.value(record) for field in fields}


def as_texts(pair: tuple[str, str] | None) -> dict[str, str | None]:
    """A pair (Chinese, English) by language."""
    zh, en = pair or ("", "")
    return {"zh": zh or None, "en": en or None}


# How a value of each kind stands in JSON, if not as it is.
AS_JSON = {
    Kind.TEXT: lambda value: str(value) if value else None,
    Kind.CODE: lambda value: str(value) if value else None,
    Kind.TEXTS: as_texts,
    Kind.CODES: lambda values: [str(value) for value in values],
    Kind.NAMES: lambda values: [str(value) for value in values],
    Kind.DATE: lambda day: day and day.isoformat(),
    Kind.PARTIAL_DATE: lambda value: partial_day(*value) if value else None,
    Kind.TIME: lambda time: time and timezone.localtime(time).isoformat(timespec="seconds"),
    Kind.NUMBER: plain_number,
    Kind.BOOLEAN: bool,
}


def in_both_languages(text) -> dict[str, str]:
    """A lazily translated text in each language."""
    texts = {}
    for key, language in LANGUAGES.items():
        with translation.override(language):
            texts[key] = str(text)
    return texts
