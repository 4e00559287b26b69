"""Dates, numbers and half-months as each language writes them."""

import re
from decimal import Decimal

from django import template
from django.utils.dates import MONTHS
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from pypinyin import Style, lazy_pinyin

register = template.Library()

DATE_FORMATS = {
    "en": {"day": "j F Y", "month": "F Y", "year": "Y"},
    "zh-hans": {"day": "Y年n月j日", "month": "Y年n月", "year": "Y年"},
}

LARGE_NUMBERS = {
    "en": [(Decimal(10**9), " billion"), (Decimal(10**6), " million")],
    "zh-hans": [(Decimal(10**8), "亿"), (Decimal(10**4), "万")],
}

# 农业农村部公告第290号, 2007年第169号, 国家质检总局2007年第169号公告: not orders (令), not 通知.
ANNOUNCEMENT = re.compile(r"(?:[^\d第号]*公告)?(?:(?P<year>\d{4})年)?第\s*(?P<number>\d+)\s*号")
ANNOUNCEMENT_LAST = re.compile(r"[^\d第号]*(?:(?P<year>\d{4})年)?第\s*(?P<number>\d+)\s*号公告")


def _date_formats():
    return DATE_FORMATS.get(get_language(), DATE_FORMATS["zh-hans"])


@register.filter
def partial_date(value) -> str:
    """`(date, precision)` as exactly as it is known: 2018年3月, March 2018."""
    if not value:
        return ""
    date, precision = value
    return date_format(date, _date_formats()[str(precision)])


@register.filter(expects_localtime=True)
def long_date(value) -> str:
    """A date in full: 2026年11月22日, 22 November 2026."""
    return date_format(value, _date_formats()["day"]) if value else ""


@register.filter
def number(value) -> str:
    """A number as it is read aloud: 1,446.4; 3亿 or 300 million; 4.3万 or 43,000."""
    if value is None or value == "":
        return ""
    value = Decimal(str(value))
    for size, unit in LARGE_NUMBERS[get_language()]:
        short = value / size
        # Only where the short form says exactly the same.
        if short >= 1 and short == round(short, 2):
            return f"{_plain(short)}{unit}"
    return _plain(value)


def _plain(value: Decimal) -> str:
    whole = value == value.to_integral()
    return f"{value.quantize(Decimal(1)) if whole else value.normalize():,f}"


@register.simple_tag
def number_range(low, high=None) -> str:
    """`1,800–2,000`, or one number if there is no upper value."""
    return number(low) if high is None else f"{number(low)}–{number(high)}"


@register.filter
def degrees(value) -> str:
    """Decimal degrees as degrees and minutes: 114.52139 -> 114°31′."""
    whole, minutes = divmod(round(Decimal(value) * 60), 60)
    return f"{whole}°{minutes:02d}′"


@register.filter
def half_month_name(position) -> str:
    """Half-month 1 as 1月上半月 or “early January”."""
    month, late = divmod(int(position) - 1, 2)
    text = _("late %(month)s") if late else _("early %(month)s")
    return text % {"month": MONTHS[month + 1]}


@register.filter
def half_month_span(window) -> str:
    """A season window in words: from its first to its last half-month."""
    if window.start == window.end:
        return half_month_name(window.start)
    if window.start % 2 and window.end == window.start + 1:
        return str(MONTHS[window.end // 2])
    names = {"start": half_month_name(window.start), "end": half_month_name(window.end)}
    return _("%(start)s to %(end)s") % names


@register.filter
def announcement(number: str):
    """The number of an announcement; for English readers in English, then as printed."""
    if get_language() != "en" or not number:
        return number
    printed = format_html('<span lang="zh-Hans">{}</span>', number)
    english = _in_english(number)
    return format_html("{} ({})", english, printed) if english else printed


@register.filter
def announcement_words(number: str) -> str:
    """The same where nothing can be marked as Chinese."""
    english = _in_english(number) if get_language() == "en" else ""
    return f"{english} ({number})" if english else number


def _in_english(number: str) -> str:
    """The number alone, with its year; "" if it is not written as announcements are."""
    found = ANNOUNCEMENT.fullmatch(number) or ANNOUNCEMENT_LAST.fullmatch(number)
    if not found:
        return ""
    year = f" of {found['year']}" if found["year"] else ""
    return f"Announcement No. {int(found['number'])}{year}"


@register.filter
def pinyin(text: str) -> str:
    """How Chinese `text` sounds, syllable by syllable, for readers of English; else nothing."""
    return " ".join(lazy_pinyin(text, style=Style.TONE)) if get_language() == "en" else ""
