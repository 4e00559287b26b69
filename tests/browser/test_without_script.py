"""Without JavaScript the site does the same, with a page load more."""

import re

import pytest
from playwright.sync_api import expect


@pytest.fixture
def page(new_context):
    """A page in a browser that runs no script."""
    return new_context(java_script_enabled=False).new_page()


def test_facet_narrows_the_list(page):
    page.goto("/en/products/")
    page.get_by_text("Narrow the list").click()
    page.get_by_role("link", name=re.compile("^Longmen")).first.click()
    expect(page).to_have_url(re.compile("district=longmen"))
    expect(page.get_by_role("link", name=re.compile("^Remove:.*Longmen"))).to_be_visible()


def test_finder_text_keeps_the_facets(page):
    page.goto("/en/products/?district=longmen")
    page.get_by_label("Search the products").fill("honey")
    page.get_by_role("button", name="Search").click()
    expect(page).to_have_url(re.compile("district=longmen"))
    expect(page.get_by_role("heading", name="Longmen Honey")).to_be_visible()


def test_search_of_the_site(page):
    page.goto("/en/search/")
    page.get_by_label("What are you looking for?").fill("lizhi")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("link", name=re.compile("Zhenlong Lychee")).first).to_be_visible()


def test_language_switch(page):
    page.goto("/en/products/zhenlong-lychee/")
    page.get_by_role("link", name="中文").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("镇隆荔枝")


def test_check_of_a_mark(page):
    page.goto("/en/registry/check/")
    page.get_by_label("Credit code, firm or product").fill("惠东")
    page.get_by_role("button", name="Check").click()
    expect(page).to_have_url(re.compile("q="))


def test_what_needs_script_is_not_shown(page):
    page.goto("/en/products/zhenlong-lychee/")
    expect(page.get_by_role("button", name="Night")).to_be_hidden()
    expect(page.get_by_role("button", name="Copy link")).to_be_hidden()
