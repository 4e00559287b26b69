"""Geometry of ring and scale."""

import pytest

from gi_site.core.templatetags import drawing


def test_ring_has_a_stitch_for_each_half_month():
    segments = drawing.ring_segments([(position, "") for position in range(1, 25)])
    assert len({segment["path"] for segment in segments}) == 24


def test_ring_begins_at_the_top():
    first = drawing.ring_segments([(1, "fresh")])[0]["path"]
    x, y = map(float, first[1:].split("A")[0].split())
    assert x > 100 > y


@pytest.mark.parametrize(
    ("comparator", "value", "value_max", "start", "end"),
    [
        (">=", 80, None, 80, 100),
        ("<=", 80, None, 0, 80),
        ("range", 60, 80, 60, 80),
        ("=", 50, None, 49, 51),
    ],
)
def test_limit_covers_its_side_of_the_scale(comparator, value, value_max, start, end):
    scale = drawing.limit_scale(comparator, value, value_max, "%")
    assert (scale["start"], scale["start"] + scale["length"]) == (start, end)


def test_scale_ends_at_a_round_number():
    assert drawing.limit_scale(">=", 18, None, "g")["top"] == 25


def test_no_scale_for_a_value_of_nothing():
    assert drawing.limit_scale("<=", 0) is None
