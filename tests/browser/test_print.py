"""On paper: the text, readable, with the addresses of links."""

import pytest
from playwright.sync_api import expect

from tests.browser.addresses import addresses


@pytest.fixture(params=addresses("product protected", "article", "registry entry"), ids=str)
def paper(request, visit):
    """A page as the printer sees it, printed by somebody who reads at night."""
    page = visit(request.param)
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    page.emulate_media(media="print")
    return page


def test_no_navigation_is_printed(paper):
    expect(paper.locator(".site-nav, .site-tools, .share, .skip-link").first).to_be_hidden()


def test_text_is_dark_on_white(paper):
    body = "getComputedStyle(document.body)"
    assert paper.evaluate(f"{body}.color") == "rgb(0, 0, 0)"
    assert paper.evaluate(f"{body}.backgroundColor") == "rgb(255, 255, 255)"


def test_heading_and_text_are_printed(paper):
    expect(paper.get_by_role("heading", level=1)).to_be_visible()


def test_addresses_of_outside_links_are_printed(visit):
    page = visit(addresses("product protected")[0])
    page.emulate_media(media="print")
    shown = page.evaluate(
        "getComputedStyle(document.querySelector('main a[href^=\"http\"]'), '::after').content"
    )
    assert "http" in shown or "attr(href)" in shown
