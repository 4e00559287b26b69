"""The empty files that staff fill in."""

import csv
import io

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.datavalidation import DataValidation

from products.catalogue.enums import Scheme
from products.catalogue.models import District, GIProduct
from products.registry.columns import COLUMNS, CellKind
from products.registry.enums import END_EVENTS, LawfulKind
from products.registry.importing.files import MAX_ROWS

BOM = "\ufeff"
FILLED_IN = [column for column in COLUMNS if not column.is_derived]
WIDTH = {CellKind.TEXT: 28, CellKind.CODE: 24, CellKind.DATE: 14, CellKind.CHOICE: 20}


def blank_csv() -> bytes:
    """A CSV file with the headings only."""
    text = io.StringIO()
    csv.writer(text).writerow([column.name for column in FILLED_IN])
    return (BOM + text.getvalue()).encode()


def blank_xlsx() -> bytes:
    """A workbook: the sheet to fill in, the notes, and the values of the drop-down lists."""
    workbook = Workbook()
    sheet, notes = workbook.active, workbook.create_sheet()
    values = workbook.create_sheet()
    sheet.title, notes.title, values.title = _("Entries"), _("Notes"), _("Values")
    _fill_notes(notes)
    for number, column in enumerate(FILLED_IN, start=1):
        heading = sheet.cell(1, number, column.name)
        heading.font = Font(bold=True)
        dimension = sheet.column_dimensions[heading.column_letter]
        dimension.width = WIDTH[column.kind]
        # Text, so that Excel neither rounds a code nor makes a date of a number.
        dimension.number_format = "yyyy-mm-dd" if column.kind == CellKind.DATE else "@"
    for number, (key, options) in enumerate(_options().items(), start=1):
        place, column = next(
            (i, column) for i, column in enumerate(FILLED_IN, start=1) if column.key == key
        )
        letter = values.cell(1, number, column.name).column_letter
        for line, option in enumerate(options, start=2):
            values.cell(line, number, option)
        target = sheet.cell(1, place).column_letter
        choice = DataValidation(
            "list",
            formula1=f"'{values.title}'!${letter}$2:${letter}${len(options) + 1}",
            allow_blank=True,
            showErrorMessage=False,  # other spellings are understood too
        )
        choice.add(f"{target}2:{target}{MAX_ROWS}")
        sheet.add_data_validation(choice)
    values.sheet_state = "hidden"
    sheet.freeze_panes = "A2"
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()


def _fill_notes(notes):
    notes.append([_("Column"), _("What belongs there"), _("Example")])
    for column in FILLED_IN:
        notes.append([column.name, str(column.expected), column.example])
    notes.append([])
    for text in (
        _("One row for each firm and product. Do not merge cells; do not add sums or titles."),
        _("Type codes and numbers as text; no formulas."),
        _("Dates: year, month and day, such as 2024-03-01 or 2024年3月1日."),
        _("Columns may be left out or stand in another order; keep their names."),
        _("The first visible sheet is read; the others are not."),
    ):
        notes.append([text])
    for letter, width in zip("ABC", (28, 90, 30), strict=True):
        notes.column_dimensions[letter].width = width
    for cell in notes[1]:
        cell.font = Font(bold=True)


def _options() -> dict[str, list[str]]:
    """The values of the drop-down lists in the reader's language."""
    return {
        "product": [product.name for product in GIProduct.objects.all()],
        "scheme": [str(label) for label in Scheme.labels],
        "district": [district.name for district in District.objects.all()],
        "lawful_kind": [str(label) for label in LawfulKind.labels],
        "end_kind": [str(kind.label) for kind in END_EVENTS],
    }
