"""Half-months of the year: 1 is early January, 24 is late December; windows may wrap."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from products.catalogue.enums import SeasonKind

HALF_MONTHS = range(1, 25)


def half_month(day: datetime.date) -> int:
    """The half-month (1-24) in which `day` lies."""
    return 2 * day.month - (day.day <= 15)


def window_half_months(start: int, end: int) -> list[int]:
    """The half-months from `start` to `end`, over New Year if `end` is before `start`."""
    length = (end - start) % 24 + 1
    return [(start - 1 + offset) % 24 + 1 for offset in range(length)]


@dataclass(frozen=True)
class Season:
    """All season windows of one product, asked by half-month."""

    windows: Sequence

    def __bool__(self):
        return bool(self.windows)

    def kinds_at(self, position: int) -> list[SeasonKind]:
        """What is to be had in half-month `position`, fresh first."""
        present = {window.kind for window in self.windows if position in window.half_months}
        return [kind for kind in SeasonKind if kind in present]

    def is_on(self, day: datetime.date) -> bool:
        """Whether anything but stock is to be had on `day`."""
        return any(kind != SeasonKind.STORED for kind in self.kinds_at(half_month(day)))

    def half_months_until(self, day: datetime.date) -> int | None:
        """Half-months from `day` to the next season (0 if it is on); None if none is known."""
        now = half_month(day)
        active = {
            position
            for window in self.windows
            if window.kind != SeasonKind.STORED
            for position in window.half_months
        }
        return min(((position - now) % 24 for position in active), default=None)

    def ring(self) -> list[tuple[int, str]]:
        """24 pairs of half-month and its first kind ("" for none), for the season ring."""
        return [(position, next(iter(self.kinds_at(position)), "")) for position in HALF_MONTHS]
