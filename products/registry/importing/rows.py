"""The rows of a file: which column is which, and what every cell says."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from products.registry.columns import BY_KEY, COLUMNS, CellKind, Column
from products.registry.importing import cells
from products.registry.importing.files import FileError

LANGUAGES = ("zh-hans", "en")
# Without the public number every row is a new entry, which needs these.
NEEDED = ("product", "scheme", "name", "credit_code")
# Signs that people put around a heading.
DECORATION = str.maketrans("", "", "*＊()（）:：_")


@dataclass
class Problem:
    """What is wrong with a cell, a row (no field) or the file; a warning does not hold it up.

    `message` and `params` are kept apart so that every reader gets them in his language.
    """

    message: str
    params: dict = field(default_factory=dict)
    field: str = ""
    given: str = ""
    is_warning: bool = False


@dataclass
class Row:
    """One row: `values` by column key, as far as its cells could be understood."""

    line: int
    values: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        """Whether it can be imported."""
        return all(problem.is_warning for problem in self.problems)

    def refuse(self, key: str, error: ValidationError | str, given: Any = "", **params):
        """Notes a problem at a column."""
        self.problems.append(_problem(key, error, given, params))

    def warn(self, key: str, message: str, **params):
        """Notes something to look at."""
        problem = _problem(key, message, "", params)
        problem.is_warning = True
        self.problems.append(problem)


@dataclass
class Header:
    """Which place holds which column, and all headings as they stand."""

    columns: dict[int, Column]
    headings: list[str]

    def __contains__(self, key):
        return any(column.key == key for column in self.columns.values())


def names_in_all_languages(label) -> list[str]:
    """`label` as it reads in each of the site's languages."""
    names = []
    for language in LANGUAGES:
        with override(language):
            names.append(str(label))
    return names


def read_header(headings: list) -> Header:
    """Finds the columns by their Chinese or English names. Raises `FileError`."""
    known = {
        _folded(name): column
        for column in COLUMNS
        for name in (column.key, column.zh, column.en, *column.aliases)
    }
    headings = [str(heading or "").strip() for heading in headings]
    columns = {}
    for place, heading in enumerate(headings):
        column = known.get(_folded(heading))
        if column is None or column.is_derived:
            continue
        if column in columns.values():
            raise FileError(
                _("The column “%(column)s” is there twice."), params={"column": heading}
            )
        columns[place] = column
    header = Header(columns, headings)
    missing = [BY_KEY[key] for key in NEEDED if key not in header]
    if missing and "public_number" not in header:
        raise FileError(
            _("The first row must name the columns; missing: %(columns)s."),
            params={"columns": "、".join(f"{each.zh} ({each.en})" for each in missing)},
        )
    return header


def read_row(line: int, cells_of_row: list, header: Header, choices: dict[str, dict]) -> Row:
    """The row with what its cells say; what cannot be understood becomes a problem."""
    row = Row(line)
    for place, column in header.columns.items():
        cell = cells_of_row[place] if place < len(cells_of_row) else None
        try:
            row.values[column.key] = _reader(column, choices)(cell)
        except ValidationError as error:
            row.refuse(column.key, error, cell)
    return row


def read_table(lines: Iterator, choices: dict[str, dict]) -> tuple[Header, list[Row]]:
    """Header and rows of a file. Raises `FileError`."""
    first = next(lines, None)
    if first is None:
        raise FileError(_("The file is empty."))
    header = read_header(first[1])
    rows = [read_row(line, cells_of_row, header, choices) for line, cells_of_row in lines]
    if not rows:
        raise FileError(_("The file has a heading but no rows."))
    return header, rows


def _reader(column: Column, choices: dict) -> Callable:
    match column.kind:
        case CellKind.DATE:
            return cells.date
        case CellKind.CODE:
            return partial(cells.credit_code, max_length=column.max_length)
        case CellKind.CHOICE:
            return partial(cells.choice, choices=choices[column.key])
    return partial(cells.text, max_length=column.max_length)


def _problem(key, error, given, params) -> Problem:
    if isinstance(error, ValidationError):
        error, params = error.message, error.params or {}
    with override(None):  # the source text, to be translated for each reader
        message = str(error)
    given = "" if given is None else str(given)[:80]
    return Problem(message, params, key, given)


def _folded(heading: str) -> str:
    return cells.fold(heading).translate(DECORATION)
