"""On the narrowest screen nothing sticks out, and fingers find what they aim at."""

import pytest

from tests.browser.addresses import addresses

# Exempt are links inside sentences (WCAG 2.5.8) and what only keyboards or programs reach.
SMALL_CONTROLS = """() => [...document.querySelectorAll(
    "button, summary, select, input:not([type=hidden]):not([type=checkbox]):not([type=radio]),"
    + "nav a, .button, .chip, .option, .tool, .site-footer a")]
  .filter(element => element.checkVisibility() && !element.closest(".weak, .trap, wagtail-userbar")
    && element.getClientRects().length && !element.matches(".breadcrumb a"))
  .map(element => [element.outerHTML.slice(0, 120), element.getBoundingClientRect()])
  .filter(([, box]) => box.height < 43.9 || box.width < 43.9)
  .map(([html, box]) => `${html} ${Math.round(box.width)}x${Math.round(box.height)}`)"""
STICKING_OUT = """() => document.documentElement.scrollWidth <= 320 ? [] :
  [...document.querySelectorAll("body *")]
  .filter(element => element.getBoundingClientRect().right > 320.5)
  .slice(0, 8).map(element => element.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("address", addresses(), ids=str)
def test_at_320_pixels_nothing_scrolls_sideways(visit, page, address):
    page.set_viewport_size({"width": 320, "height": 640})
    assert visit(address).evaluate(STICKING_OUT) == []


@pytest.mark.parametrize("address", addresses(), ids=str)
def test_controls_are_large_enough_to_touch(visit, address):
    assert visit(address).evaluate(SMALL_CONTROLS) == []
