"""Every text colour is readable on every ground it is used on, by day and by night (WCAG 1.4.3)."""

import re

import pytest
from django.conf import settings

TOKENS = (settings.BASE_DIR / "static" / "css" / "tokens.css").read_text("utf-8")
TEXTS = ["ink", "ink-soft", "link", "cinnabar", "leaf", "indigo", "ochre", "bark"]
PAIRS = [
    *[(text, ground) for text in TEXTS for ground in ("paper", "cream", "sunk")],
    ("on-night", "night"),
    ("on-night-soft", "night"),
    ("on-cinnabar", "fill-cinnabar"),
    ("on-leaf", "fill-leaf"),
    ("on-ochre", "fill-ochre"),
    ("on-indigo", "fill-indigo"),
    ("paper", "ink"),
]
# Marks and edges of controls need 3:1 (WCAG 1.4.11).
MARKS = [
    *[(mark, ground) for mark in ("stitch", "control", "focus") for ground in ("paper", "cream")],
    *[
        (f"season-{kind}", ground)
        for kind in ("fresh", "processed", "stored")
        for ground in ("paper", "cream")
    ],
]


def _colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))


def _themes() -> dict[str, dict[str, str]]:
    day = _colours(TOKENS[TOKENS.index(":root {") : TOKENS.index(":root:lang(en)")])
    system = _colours(TOKENS[TOKENS.index("(prefers-color-scheme: dark)") :].split("}", 1)[0])
    chosen = _colours(TOKENS[TOKENS.index(':root[data-theme="dark"]') :].split("}", 1)[0])
    return {"day": day, "night of the system": day | system, "night chosen": day | chosen}


THEMES = _themes()


def _luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_has_contrast_of_4_5(theme, text, ground):
    colours = THEMES[theme]
    assert contrast(colours[text], colours[ground]) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_marks_have_contrast_of_3(theme, mark, ground):
    colours = THEMES[theme]
    assert contrast(colours[mark], colours[ground]) >= 3


def test_both_ways_into_the_night_have_the_same_colours():
    assert THEMES["night of the system"] == THEMES["night chosen"]
