import datetime
from dataclasses import dataclass

import pytest

from products.catalogue.enums import SeasonKind
from products.catalogue.seasons import Season, half_month, window_half_months


@dataclass
class Window:
    kind: str
    half_months: list


def season(*windows):
    return Season([Window(kind, window_half_months(start, end)) for kind, start, end in windows])


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-01-01", 1),
        ("2026-01-15", 1),
        ("2026-01-16", 2),
        ("2026-02-28", 4),
        ("2026-12-31", 24),
    ],
)
def test_half_month_of_a_day(day, expected):
    assert half_month(datetime.date.fromisoformat(day)) == expected


def test_window_inside_the_year():
    assert window_half_months(11, 13) == [11, 12, 13]


def test_window_of_one_half_month():
    assert window_half_months(21, 21) == [21]


def test_window_over_new_year():
    assert window_half_months(23, 2) == [23, 24, 1, 2]


def test_fresh_comes_before_processed_where_both_are_to_be_had():
    both = season((SeasonKind.PROCESSED, 1, 4), (SeasonKind.FRESH, 3, 5))
    assert both.kinds_at(3) == [SeasonKind.FRESH, SeasonKind.PROCESSED]
    assert both.ring()[2] == (3, SeasonKind.FRESH)


def test_stock_alone_is_not_in_season():
    assert not season((SeasonKind.STORED, 1, 24)).is_on(datetime.date(2026, 5, 1))


@pytest.mark.parametrize(
    ("day", "ahead"), [("2026-06-20", 0), ("2026-05-20", 1), ("2026-07-20", 21)]
)
def test_half_months_until_the_next_season(day, ahead):
    lychee = season((SeasonKind.FRESH, 11, 13))
    assert lychee.half_months_until(datetime.date.fromisoformat(day)) == ahead


def test_no_known_season_has_no_next_one():
    assert season().half_months_until(datetime.date(2026, 1, 1)) is None
    assert not season()
