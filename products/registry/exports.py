"""The list as a file: exactly what is shown, in the columns of `columns.py` and no others."""

import csv
import tempfile
from collections.abc import Iterator

from django.db import models
from django.http import FileResponse, StreamingHttpResponse
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from products.registry.columns import COLUMNS
from products.registry.finder import RegistryFinder

CHUNK = 1_000
# A spreadsheet takes a cell that begins so for a formula; the wide forms too, in some languages.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class Format(models.TextChoices):
    """The kinds of file."""

    CSV = "csv", "CSV"
    XLSX = "xlsx", "XLSX"


def export(finder: RegistryFinder, kind: Format):
    """All matches of `finder` as a file."""
    name = f"huizhou-gi-registry-{finder.day}.{kind}"
    if kind == Format.XLSX:
        return FileResponse(_xlsx(finder), as_attachment=True, filename=name)
    response = StreamingHttpResponse(_csv(finder), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _names() -> list[str]:
    return [column.name for column in COLUMNS]


def _rows(finder: RegistryFinder) -> Iterator[list]:
    for entry in finder.matches.with_status(finder.day).for_file().iterator(chunk_size=CHUNK):
        yield [column.of(entry) for column in COLUMNS]


class _Echo:
    """A file that hands back what is written to it."""

    def write(self, value):
        return value


def _csv(finder) -> Iterator[str]:
    writer = csv.writer(_Echo())
    # Without the mark Excel takes UTF-8 for the code page of the machine.
    yield "\ufeff" + writer.writerow(_names())
    for row in _rows(finder):
        yield writer.writerow([_harmless(value) for value in row])


def _harmless(value) -> str:
    """A cell that no spreadsheet runs as a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _xlsx(finder):
    """A temporary file with one sheet, written row by row."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("registry")
    sheet.append(_names())
    for row in _rows(finder):
        sheet.append([_cell(sheet, value) for value in row])
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    book.save(file)
    file.seek(0)
    return file


def _cell(sheet, value) -> WriteOnlyCell:
    """Dates as dates, all else as text: a code is no number and no text is a formula."""
    if not isinstance(value, str):
        return WriteOnlyCell(sheet, value)
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", value))
    cell.data_type, cell.number_format = "s", "@"
    return cell
