"""Dates, numbers and half-months as each language writes them."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.utils.translation import override

from gi_site.core.templatetags import formats


@pytest.mark.parametrize(
    ("language", "precision", "text"),
    [
        ("zh-hans", "day", "2018年3月5日"),
        ("zh-hans", "month", "2018年3月"),
        ("zh-hans", "year", "2018年"),
        ("en", "day", "5 March 2018"),
        ("en", "month", "March 2018"),
        ("en", "year", "2018"),
    ],
)
def test_partial_date_says_only_what_is_known(language, precision, text):
    with override(language):
        assert formats.partial_date((date(2018, 3, 5), precision)) == text


def test_unknown_date_is_empty():
    assert formats.partial_date(None) == ""


@pytest.mark.parametrize(
    ("value", "text"),
    [("1446.4000", "1,446.4"), ("20.0000", "20"), (0, "0"), ("0.0050", "0.005"), (None, "")],
)
def test_number_has_thousands_and_no_empty_decimals(value, text):
    assert formats.number(value) == text


def test_number_range_joins_two_values():
    assert formats.number_range(1800, 2000) == "1,800–2,000"


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [(21, 21, "early November"), (21, 22, "November"), (22, 4, "late November to late February")],
)
def test_season_window_in_words(start, end, text):
    with override("en"):
        assert formats.half_month_span(SimpleNamespace(start=start, end=end)) == text
