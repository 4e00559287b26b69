"""The sheets of the products on paper."""

import re

import pytest


@pytest.mark.parametrize("prefix", ["/", "/en/"])
def test_every_product_fits_on_one_page_of_a4(page, watch, prefix):
    page.goto(f"{prefix}knowledge/sheets/")
    links = page.locator(".choose__link").evaluate_all("links => links.map(link => link.href)")
    assert len(links) == 19
    for link in links:
        page.goto(link)
        paper = page.pdf(prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1, link
        assert b"/MediaBox [0 0 594.95996 841.91998]" in paper  # A4 in points
