"""The geometry of small drawings; their look is in the components and the style sheets."""

import math
from datetime import date

from django import template
from django.utils import timezone

register = template.Library()

HALF_MONTHS = 24
GAP = 2.4  # degrees left open between two stitches of the ring


def _point(radius: float, degrees: float, centre: float = 100) -> str:
    angle = math.radians(degrees - 90)  # 0 is at the top
    return f"{centre + radius * math.cos(angle):.1f} {centre + radius * math.sin(angle):.1f}"


def arc(radius: float, start: float, end: float) -> str:
    """An arc of a circle of 200 units from `start` to `end` degrees, as a path."""
    return f"M{_point(radius, start)}A{radius} {radius} 0 0 1 {_point(radius, end)}"


@register.simple_tag
def half_month_today() -> int:
    """The half-month (1-24) of today."""
    today: date = timezone.localdate()
    return 2 * today.month - (today.day <= 15)


@register.simple_tag
def ring_segments(ring, radius: float = 84) -> list[dict]:
    """`[(half-month, kind)]` as 24 stitches round a circle of 200 units, January at the top."""
    step = 360 / HALF_MONTHS
    return [
        {
            "position": position,
            "kind": kind,
            "path": arc(radius, (position - 1) * step + GAP / 2, position * step - GAP / 2),
        }
        for position, kind in ring
    ]


@register.simple_tag
def ring_months(radius: float = 62) -> list[dict]:
    """The twelve months' numbers and where they stand in the ring."""
    places = [_point(radius, (month - 0.5) * 30).split() for month in range(1, 13)]
    return [{"number": n, "x": x, "y": y} for n, (x, y) in enumerate(places, start=1)]


@register.simple_tag
def ring_hand(position: int, radius: float = 96) -> dict:
    """Where today's mark stands outside the ring."""
    x, y = _point(radius, (position - 0.5) * 360 / HALF_MONTHS).split()
    return {"x": x, "y": y}


def ceiling(value: float) -> float:
    """The next round number above `value`: 1, 2, 2.5 or 5 times a power of ten."""
    power = 10 ** math.floor(math.log10(value))
    return next(step * power for step in (1, 2, 2.5, 5, 10) if step * power >= value)


@register.simple_tag
def limit_scale(comparator: str, value, value_max=None, unit: str = "") -> dict | None:
    """A bound as a stretch of a scale from 0: all numbers are percent of the scale's length.

    None where a scale would mislead (a value of 0 or below).
    """
    low, high = float(value), float(value_max or value)
    if low < 0 or high <= 0:
        return None
    top = 100.0 if unit == "%" and high > 40 else ceiling(high * 1.25)
    mark, end = 100 * low / top, 100 * high / top
    start, stop = {
        ">=": (mark, 100.0),
        "<=": (0.0, mark),
        "range": (mark, end),
    }.get(comparator, (max(mark - 1, 0), min(mark + 1, 100)))
    return {
        "start": round(start, 2),
        "length": round(stop - start, 2),
        "marks": [round(mark, 2)] + ([round(end, 2)] if comparator == "range" else []),
        "top": top,
    }
