"""A log that has begun, and what it says after something was done."""

import datetime

import pytest

from home.following.log import take_baseline
from home.following.models import PublicChange
from tests.registry.conftest import registry

__all__ = ["registry"]

YESTERDAY = datetime.timedelta(days=1)


class Log:
    """What the log has got since the test last looked."""

    def __init__(self, capture):
        self.capture = capture
        self.seen = 0

    def of(self, act) -> list[PublicChange]:
        """The rows that `act()`, committed as one transaction, has added."""
        with self.capture(execute=True):
            act()
        return self.new()

    def new(self) -> list[PublicChange]:
        """The rows since the last look, the oldest first."""
        rows = list(PublicChange.objects.filter(pk__gt=self.seen).order_by("pk"))
        self.seen = rows[-1].pk if rows else self.seen
        return rows


@pytest.fixture
def log(db, django_capture_on_commit_callbacks) -> Log:
    """Everything that the test makes before `begin()` belongs to the baseline."""
    return Log(django_capture_on_commit_callbacks)


def begin():
    """The baseline: what is there now is not a change."""
    take_baseline()


def told(rows) -> list[tuple]:
    """What rows say, to compare with."""
    return [(row.action, row.field, row.before, row.after) for row in rows]
