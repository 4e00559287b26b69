"""Values as files and interfaces state them: the same in every language."""

import datetime
from decimal import Decimal


def partial_day(day: datetime.date, precision: str) -> str:
    """As much of `day` as is known, in ISO form: 2018, 2018-03 or 2018-03-01."""
    return day.isoformat()[: {"year": 4, "month": 7}.get(str(precision), 10)]


def plain_number(value: Decimal | None) -> int | float | None:
    """A figure without the noughts that the database adds: 12000, 16.5."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
