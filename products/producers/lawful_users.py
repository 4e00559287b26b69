"""Who may use a mark is known to the registry, which stands above this app and tells it here."""

import datetime
from collections.abc import Callable

from django.db.models import QuerySet

_answer: Callable[[datetime.date], QuerySet] | None = None


def set_lawful_users(answer: Callable[[datetime.date], QuerySet]):
    """`answer(day)` gives rows of one column: primary keys of producers that are lawful users."""
    global _answer
    _answer = answer


def lawful_user_ids(day: datetime.date) -> QuerySet | list:
    """Primary keys of the producers that may use a mark on `day`, to be used in a query."""
    return _answer(day) if _answer else []
