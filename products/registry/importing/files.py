"""Read an uploaded file row by row; anything but plain tables is refused."""

import codecs
import csv
import io
import unicodedata
import zipfile
from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from openpyxl import load_workbook

MAX_BYTES = 10 * 1024 * 1024
MAX_ROWS = 20_000
MAX_COLUMNS = 60
# What a workbook may unpack to. 20,000 full rows take about 40 MB.
MAX_UNPACKED = 100 * 1024 * 1024
MAX_PARTS = 500

ZIP = b"PK\x03\x04"
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
# Parts of a workbook that run, or fetch something from elsewhere.
ACTIVE_PARTS = {
    "vbaproject.bin": _("The file contains macros. Save it as a plain .xlsx workbook."),
    "xl/macrosheets/": _("The file contains macros. Save it as a plain .xlsx workbook."),
    "xl/activex/": _("The file contains active controls. Copy the rows into the template."),
    "xl/embeddings/": _("The file contains other files. Copy the rows into the template."),
    "xl/externallinks/": _("The file is linked to other workbooks. Paste the values instead."),
    "xl/connections.xml": _("The file fetches data from elsewhere. Paste the values instead."),
}
DELIMITERS = ",\t;"


class Formula(str):
    """A cell that is a formula, or that a spreadsheet would take for one."""


class ExcelError(str):
    """A cell that shows an error, such as #N/A."""


class FileError(ValidationError):
    """The file as a whole cannot be read."""


def inspect(file) -> str:
    """`xlsx` or `csv`, by content. Raises `FileError` for everything else."""
    if file.size > MAX_BYTES:
        raise FileError(
            _("The file is larger than %(limit)s MB."), params={"limit": MAX_BYTES // 1024**2}
        )
    file.seek(0)
    head = file.read(8)
    file.seek(0)
    if head.startswith(ZIP):
        _check_workbook(file)
        return "xlsx"
    if head.startswith(OLD_OFFICE):
        raise FileError(
            _("This is an old .xls file or one with a password. Save it as .xlsx without one.")
        )
    _decode(file.read())
    file.seek(0)
    return "csv"


def read_rows(file) -> Iterator[tuple[int, list]]:
    """`(line number as in the file, cells)` of every line that is not empty.

    Cells are text, number, date, None, `Formula` or `ExcelError`. Raises `FileError`, even after
    the first lines.
    """
    lines = _read_xlsx(file) if inspect(file) == "xlsx" else _read_csv(file)
    count = 0
    for line, cells in lines:
        while cells and cells[-1] in (None, ""):
            cells.pop()
        if not cells:
            continue
        count += 1
        if count > MAX_ROWS + 1:  # the header is one of them
            raise FileError(_("The file has more than %(limit)s rows."), params={"limit": MAX_ROWS})
        yield line, cells


def _check_workbook(file):
    """Refuses what is no workbook, what unpacks to too much and what is more than data."""
    try:
        with zipfile.ZipFile(file) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise FileError(_("The file is damaged or no workbook.")) from error
    finally:
        file.seek(0)
    # zipfile reads no more than the sizes stated here, so a lie does not help.
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise FileError(_("The file unpacks to far more than a registry needs."))
    names = {part.filename.lower() for part in parts}
    for sign, reason in ACTIVE_PARTS.items():
        if any(sign in name for name in names):
            raise FileError(reason)
    if not {"[content_types].xml", "xl/workbook.xml"} <= names:
        raise FileError(_("This is no Excel workbook. Upload an .xlsx or .csv file."))


def _read_xlsx(file) -> Iterator[tuple[int, list]]:
    try:
        # Formulas are kept as such, to be refused; links are never followed.
        workbook = load_workbook(file, read_only=True, keep_links=False)
        sheet = next(sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible")
        # What a workbook says about its size may be wrong.
        sheet.reset_dimensions()
        for line, row in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS), start=1):
            yield line, [_cell(cell) for cell in row]
            if line > 2 * MAX_ROWS:
                raise FileError(
                    _("The file has more than %(limit)s rows."), params={"limit": MAX_ROWS}
                )
    except FileError:
        raise
    # A hostile or broken workbook fails in ways that openpyxl does not list.
    except Exception as error:
        raise FileError(_("The file is damaged or no workbook.")) from error


def _cell(cell):
    match cell.data_type:
        case "f":
            return Formula(getattr(cell.value, "text", cell.value))
        case "e":
            return ExcelError(cell.value)
    return cell.value


def _read_csv(file) -> Iterator[tuple[int, list]]:
    text = _decode(file.read())
    first = text.lstrip().split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    try:
        for cells in reader:
            yield line, [_text_cell(cell) for cell in cells[:MAX_COLUMNS]]
            line = reader.line_num + 1  # a cell may go over several lines
    except csv.Error as error:
        raise FileError(
            _("Line %(line)s is no CSV: a quotation mark is not closed, or a cell is too long."),
            params={"line": line},
        ) from error


def _text_cell(cell: str) -> str:
    """A cell of a CSV file, which has no types: a formula is known by its first sign."""
    if cell.startswith("'") and _looks_like_formula(cell[1:]):
        return cell[1:]  # our own files write a text like a formula in this way
    return Formula(cell) if _looks_like_formula(cell) else cell


def _looks_like_formula(cell: str) -> bool:
    return unicodedata.normalize("NFKC", cell.lstrip()[:1]) in ("=", "+", "-", "@")


def _decode(content: bytes) -> str:
    """The text of a CSV file in UTF-8 or, as Chinese Excel writes it, GB18030."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise FileError(_("The file is in UTF-16. Save it as “CSV UTF-8” or as .xlsx."))
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return text
    raise FileError(_("This is neither an Excel workbook nor a CSV file in UTF-8 or GB18030."))
