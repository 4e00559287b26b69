"""Every kind of page, in both languages, is opened once and keeps what all pages promise.

The page is loaded as on a phone; each rule gives what it complains of.
"""

import pytest

from tests.browser.addresses import KINDS, addresses
from tests.browser.conftest import AXE

KILOBYTE = 1000
# Chinese characters are as wide in every face; Latin ones only about as wide as in the fallback.
MOST_SHIFT = {"zh": 0.02, "en": 0.05}
OTHER = {"zh": ("en", "/en/", "English"), "en": ("zh", "/", "中文")}
LAYOUT_SHIFT = """() => new Promise(resolve => {
  let sum = 0;
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
  }).observe({type: "layout-shift", buffered: true});
  setTimeout(() => resolve(sum), 300);
})"""
CODE_SIZES = """() => {
  const sizes = {css: 0, js: 0};
  for (const entry of performance.getEntriesByType("resource")) {
    const kind = entry.name.match(/[.](css|js)$/)?.[1];
    if (kind) sizes[kind] += entry.encodedBodySize;
  }
  return sizes;
}"""
RUN_AXE = """options => axe.run(document, options).then(result => result.violations.map(
  violation => [violation.id, ...violation.nodes.slice(0, 5).map(node => node.target.join(" ") +
    " " + (node.any[0]?.message ?? ""))]))"""
# Exempt are links inside sentences (WCAG 2.5.8) and what only keyboards or programs reach.
SMALL_CONTROLS = """() => [...document.querySelectorAll(
    "button, summary, select, input:not([type=hidden]):not([type=checkbox]):not([type=radio]),"
    + "nav a, .button, .chip, .option, .tool, .site-footer a")]
  .filter(element => element.checkVisibility() && !element.closest(".weak, .trap, wagtail-userbar")
    && element.getClientRects().length && !element.matches(".breadcrumb a"))
  .map(element => [element.outerHTML.slice(0, 120), element.getBoundingClientRect()])
  .filter(([, box]) => box.height < 43.9 || box.width < 43.9)
  .map(([html, box]) => `${html} ${Math.round(box.width)}x${Math.round(box.height)}`)"""
# A long page is painted while it still arrives: what stands higher has to come first.
OUT_OF_ORDER = """() => [...document.querySelectorAll("main *")]
  .filter(element => getComputedStyle(element).order !== "0")
  .map(element => element.outerHTML.slice(0, 120))"""
STICKING_OUT = """() => document.documentElement.scrollWidth <= 320 ? [] :
  [...document.querySelectorAll("body *")]
  .filter(element => element.getBoundingClientRect().right > 320.5)
  .slice(0, 8).map(element => element.outerHTML.slice(0, 120))"""


def nothing_jumps_while_loading(page, address, site):
    shift = page.evaluate(LAYOUT_SHIFT)
    return [shift] if shift > MOST_SHIFT[address.language] else []


def what_stands_higher_comes_first(page, address, site):
    return page.evaluate(OUT_OF_ORDER)


def styles_and_scripts_are_light(page, address, site):
    if address.staff:  # who load Wagtail's as well
        return []
    sizes = page.evaluate(CODE_SIZES)
    return [] if all(0 < size <= 25 * KILOBYTE for size in sizes.values()) else [sizes]


def controls_are_large_enough_to_touch(page, address, site):
    return page.evaluate(SMALL_CONTROLS)


def the_language_switch_stays_on_the_page(page, address, site):
    if address.staff or address.status == 404:
        return []
    _code, prefix, name = OTHER[address.language]
    switch = page.get_by_role("link", name=name, exact=True).get_attribute("href")
    wanted = prefix + KINDS[address.kind].format(**site.facts)
    same = page.evaluate("([a, b]) => decodeURI(a) === decodeURI(b)", [switch, wanted])
    return [] if same else [switch]


def axe_finds_nothing_by_day_and_by_night(page, address, site):
    page.evaluate(AXE)
    found = page.evaluate(RUN_AXE, {})
    page.emulate_media(color_scheme="dark")
    return found + page.evaluate(RUN_AXE, {"runOnly": ["color-contrast"]})


def nothing_scrolls_sideways_at_320_pixels(page, address, site):
    page.set_viewport_size({"width": 320, "height": 640})
    return page.evaluate(STICKING_OUT)


RULES = (
    nothing_jumps_while_loading,
    what_stands_higher_comes_first,
    styles_and_scripts_are_light,
    controls_are_large_enough_to_touch,
    the_language_switch_stays_on_the_page,
    axe_finds_nothing_by_day_and_by_night,
    nothing_scrolls_sideways_at_320_pixels,
)


@pytest.mark.parametrize("address", addresses(), ids=str)
def test_page_keeps_every_rule(visit, site, address):
    page = visit(address)
    complaints = {rule.__name__: rule(page, address, site) for rule in RULES}
    assert not any(complaints.values()), complaints
