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


@pytest.mark.parametrize(
    ("number", "english"),
    [
        ("农业农村部公告第290号", "Announcement No. 290 (农业农村部公告第290号)"),
        ("2007年第169号", "Announcement No. 169 of 2007 (2007年第169号)"),
        ("国家质检总局2005年第7号公告", "Announcement No. 7 of 2005 (国家质检总局2005年第7号公告)"),
        ("国家知识产权局令第80号", "国家知识产权局令第80号"),
        ("", ""),
    ],
)
def test_announcement_number_is_in_english_and_then_as_printed(number, english):
    assert formats.announcement(number) == number
    with override("en"):
        assert formats.announcement_words(number) == english
        marked = f'<span lang="zh-Hans">{number}</span>' if number else ""
        assert formats.announcement(number) == english.replace(number, marked or number)


def test_announcement_number_is_escaped():
    with override("en"):
        assert "<b>" not in formats.announcement("<b>公告第1号")


def test_pinyin_is_for_readers_of_english():
    assert formats.pinyin("东坡荔") == ""
    with override("en"):
        assert formats.pinyin("东坡荔") == "dōng pō lì"


def test_number_range_joins_two_values():
    assert formats.number_range(1800, 2000) == "1,800–2,000"


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [(21, 21, "early November"), (21, 22, "November"), (22, 4, "late November to late February")],
)
def test_season_window_in_words(start, end, text):
    with override("en"):
        assert formats.half_month_span(SimpleNamespace(start=start, end=end)) == text
