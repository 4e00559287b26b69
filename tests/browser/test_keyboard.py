"""Everything can be done with the keyboard alone."""

import re

import pytest
from playwright.sync_api import expect

FOCUSED = """() => {
  const element = document.activeElement;
  return element === document.body ? "" : element.getAttribute("aria-label") || element.innerText;
}"""


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    """A desktop: keyboards are rare on phones."""
    return browser_context_args | {"viewport": {"width": 1280, "height": 800}}


def tab_to(page, words: str, limit: int = 80):
    """Press Tab until the focused element says `words`."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        if words in (page.evaluate(FOCUSED) or ""):
            return
    pytest.fail(f"Tab never reached “{words}”.")


def test_first_stop_skips_to_the_content(page):
    page.goto("/en/products/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()


def test_navigation(page):
    page.goto("/en/")
    tab_to(page, "Knowledge")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/en/knowledge/$"))


def test_facet_and_back(page):
    page.goto("/en/products/")
    tab_to(page, "Longmen")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("district=longmen"))
    expect(page.get_by_role("link", name=re.compile("^Remove:.*Longmen"))).to_be_visible()
    page.go_back()
    expect(page).to_have_url(re.compile(r"/en/products/$"))
    expect(page.get_by_role("link", name=re.compile("^Remove:"))).to_have_count(0)


def test_language_switch(page):
    page.goto("/en/knowledge/")
    tab_to(page, "中文")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"[^n]/knowledge/$"))
    expect(page.locator("html")).to_have_attribute("lang", "zh-Hans")


def test_focus_is_visible(page):
    page.goto("/en/")
    tab_to(page, "Products")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
