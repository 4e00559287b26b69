"""What a cell means: text, credit code, date or one of several choices.

Each function takes a cell as `files.read_rows` gives it and raises `ValidationError`.
"""

import datetime
import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from rapidfuzz import process

from products.producers.credit_codes import normalise
from products.registry.importing.files import ExcelError, Formula

EARLIEST, LATEST = datetime.date(1980, 1, 1), datetime.date(2100, 12, 31)
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b-\u200f\u2028-\u202e\ufeff]")
SCIENTIFIC = re.compile(r"^\d(\.\d+)?E\+?\d+$", re.IGNORECASE)
FULL_DATE = re.compile(
    r"^(?:(\d{4})年(\d{1,2})月(\d{1,2})日|(\d{4})([-/.])(\d{1,2})\5(\d{1,2})|(\d{4})(\d\d)(\d\d))$"
)
MIDNIGHT = re.compile(r"[T ]0?0:00(:00(\.0+)?)?$")
PARTIAL_DATE = re.compile(r"^\d{4}([-/.年]\d{1,2}月?|年)?$|^\d{1,2}月\d{1,2}日$")
AMBIGUOUS_DATE = re.compile(r"^\d{1,2}([-/.])\d{1,2}\1(\d{4}|\d\d)$")


def text(cell, max_length: int) -> str:
    """Plain text in one line."""
    value = _plain(cell)
    if isinstance(value, datetime.date):
        raise ValidationError(
            _("Excel has turned this into a date. Format the cell as text and type it again.")
        )
    if isinstance(value, bool) or (isinstance(value, float) and not value.is_integer()):
        raise ValidationError(_("This is no text. Format the cell as text and type it again."))
    if isinstance(value, float):
        value = int(value)
    value = " ".join(CONTROL.sub("", str(value)).split())
    if len(value) > max_length:
        raise ValidationError(
            _("This is longer than %(limit)s characters."), params={"limit": max_length}
        )
    return value


def credit_code(cell, max_length: int) -> str:
    """A credit code in its usual form; whether it is right is asked later."""
    value = _plain(cell)
    if not isinstance(value, str) or SCIENTIFIC.match(value.strip()):
        raise ValidationError(
            _(
                "This cell holds a number. A number has only 15 exact digits, so the code may"
                " already be wrong. Format the column as text and type the code again from the"
                " notice."
            ),
            code="numeric",
        )
    return normalise(text(value, max_length))


def date(cell) -> datetime.date | None:
    """A full date that cannot be read in two ways."""
    value = _plain(cell)
    if isinstance(value, datetime.datetime):
        value = value.date()
    if isinstance(value, datetime.date):
        return _plausible(value)
    if not isinstance(value, str):
        raise ValidationError(
            _("This is a number, not a date. Format the cell as a date or type 2024-03-01.")
        )
    value = "".join(MIDNIGHT.sub("", unicodedata.normalize("NFKC", value).strip()).split())
    if not value:
        return None
    if match := FULL_DATE.match(value):
        year, month, day = (int(part) for part in match.groups() if part and part.isdigit())
        try:
            return _plausible(datetime.date(year, month, day))
        except ValueError as error:
            raise ValidationError(_("There is no such day.")) from error
    if AMBIGUOUS_DATE.match(value):
        raise ValidationError(
            _(
                "It is not certain which number is the day, the month and the year. Write the"
                " year first, with four digits."
            ),
            code="ambiguous",
        )
    if PARTIAL_DATE.match(value):
        raise ValidationError(_("This date is not complete. Give year, month and day."))
    raise ValidationError(_("This is no date."))


def fold(value: str) -> str:
    """`value` as choices are compared: without spaces, case and width."""
    return "".join(unicodedata.normalize("NFKC", value).casefold().split())


def choice(cell, choices: dict):
    """The member of `choices` (by folded name) that the cell names; None if it is empty."""
    name = fold(text(cell, 300))
    if not name:
        return None
    if name not in choices:
        if near := process.extractOne(name, list(choices), score_cutoff=60):
            raise ValidationError(
                _("This is none of the known values; perhaps “%(near)s” is meant."),
                params={"near": near[0]},
            )
        raise ValidationError(_("This is none of the known values."))
    return choices[name]


def _plain(cell):
    """The value of a cell; formulas and errors are refused."""
    if isinstance(cell, ExcelError):
        raise ValidationError(_("The cell shows an Excel error."))
    if isinstance(cell, Formula):
        raise ValidationError(
            _(
                "This is a formula, or begins like one (=, +, -, @). Type the value itself; leave"
                " the cell empty if there is none."
            ),
            code="formula",
        )
    return "" if cell is None else cell


def _plausible(value: datetime.date) -> datetime.date:
    if not EARLIEST <= value <= LATEST:
        raise ValidationError(_("This year cannot be right."))
    return value
