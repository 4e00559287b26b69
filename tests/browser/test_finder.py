"""The finder with script: in place, with an address of its own, without losing the reader."""

import re

import pytest
from playwright.sync_api import expect


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    """Wide enough for the facets to stand beside the list."""
    return browser_context_args | {"viewport": {"width": 1280, "height": 800}}


@pytest.fixture
def finder(page):
    """The English finder; a mark on the window goes with a page load."""
    page.goto("/en/products/")
    page.evaluate("window.notReloaded = true")
    return page


def choose(page, name: str):
    """Click a facet's choice and wait for the list."""
    page.get_by_role("link", name=re.compile(f"^{name}")).first.click()


def test_choice_updates_in_place(finder):
    choose(finder, "Longmen")
    expect(finder.get_by_role("link", name=re.compile("^Remove:.*Longmen"))).to_be_visible()
    assert finder.evaluate("window.notReloaded")


def test_choice_is_in_the_address(finder):
    choose(finder, "Longmen")
    expect(finder).to_have_url(re.compile(r"/en/products/\?district=longmen$"))


def test_back_shows_the_list_as_it_was(finder):
    before = finder.locator(".finder__count").inner_text()
    choose(finder, "Longmen")
    expect(finder.locator(".finder__count")).not_to_have_text(before)
    finder.go_back()
    expect(finder.locator(".finder__count")).to_have_text(before)


def test_focus_stays_on_the_choice(finder):
    choose(finder, "Longmen")
    expect(finder.get_by_role("link", name=re.compile("^Remove:"))).to_be_visible()
    expect(finder.get_by_role("link", name=re.compile("^Longmen")).first).to_be_focused()


def test_typing_narrows_and_keeps_the_field(finder):
    field = finder.get_by_label("Search the products")
    field.press_sequentially("honey")
    expect(finder.get_by_role("heading", name="Longmen Honey")).to_be_visible()
    expect(finder.get_by_role("heading", name="Zhenlong Lychee")).to_have_count(0)
    expect(field).to_be_focused()
    expect(finder).to_have_url(re.compile("q=honey"))


def test_shared_address_shows_the_same(finder):
    choose(finder, "Longmen")
    expect(finder).to_have_url(re.compile("district=longmen"))
    count = finder.locator(".finder__count").inner_text()
    finder.goto(finder.url)
    expect(finder.locator(".finder__count")).to_have_text(count)


def test_language_switch_keeps_the_choices(finder):
    choose(finder, "Longmen")
    expect(finder).to_have_url(re.compile("district=longmen"))
    finder.reload()
    finder.get_by_role("link", name="中文").click()
    expect(finder).to_have_url(re.compile(r"[^n]/products/\?district=longmen$"))
