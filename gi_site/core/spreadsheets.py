"""Tables as files that spreadsheets read without surprises: CSV streamed, XLSX row by row."""

import csv
import tempfile
from collections.abc import Iterable, Iterator

from django.db import models
from django.http import FileResponse, StreamingHttpResponse
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

# Without the mark Excel takes UTF-8 for the code page of the machine.
BOM = "\ufeff"
# A spreadsheet takes a cell that begins so for a formula; the wide forms too, in some languages.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class Format(models.TextChoices):
    """The kinds of file."""

    CSV = "csv", "CSV"
    XLSX = "xlsx", "XLSX"


def harmless(value):
    """`value` as a spreadsheet shows it, never as the formula it might be."""
    if isinstance(value, str) and value.lstrip(" ").startswith(FORMULA_STARTS):
        return f"'{value}"
    return value


def table_response(name: str, kind: Format, header: list[str], rows: Iterable[list]):
    """`rows` under `header` as a download called `name` (without ending)."""
    file_name = f"{name}.{kind}"
    if kind == Format.XLSX:
        return FileResponse(xlsx_file(header, rows), as_attachment=True, filename=file_name)
    response = StreamingHttpResponse(
        csv_lines(header, rows), content_type="text/csv; charset=utf-8"
    )
    response["Content-Disposition"] = f'attachment; filename="{file_name}"'
    return response


class _Echo:
    """A file that hands back what is written to it."""

    def write(self, value):
        return value


def csv_lines(header: list[str], rows: Iterable[list]) -> Iterator[str]:
    """The lines of a CSV file: UTF-8 with a mark, no cell a formula, nothing for None."""
    writer = csv.writer(_Echo())
    yield BOM + writer.writerow(header)
    for row in rows:
        yield writer.writerow(["" if cell is None else harmless(cell) for cell in row])


def xlsx_file(header: list[str], rows: Iterable[list], title: str = "data"):
    """A temporary file with one sheet, at its beginning; who takes it closes it."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    sheet.append(header)
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    book.save(file)
    file.seek(0)
    return file


def _cell(sheet, value) -> WriteOnlyCell:
    """Dates and numbers as such, all else as text: a code is no number, no text is a formula."""
    if not isinstance(value, str):
        return WriteOnlyCell(sheet, value)
    cell = WriteOnlyCell(sheet, ILLEGAL_CHARACTERS_RE.sub("", value))
    cell.data_type, cell.number_format = "s", "@"
    return cell
