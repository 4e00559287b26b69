"""Night, large text, sharing."""

import re

import pytest
from playwright.sync_api import expect

PRODUCT = "/en/products/zhenlong-lychee/"


def test_large_text_is_remembered(page):
    page.goto(PRODUCT)
    before = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    page.get_by_role("button", name="Large text").click()
    page.reload()
    after = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    assert after == pytest.approx(before * 1.25)
    expect(page.get_by_role("button", name="Large text")).to_have_attribute("aria-pressed", "true")


def test_night_is_remembered(page):
    page.goto(PRODUCT)
    day = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_role("button", name="Night").click()
    page.reload()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != day


def test_no_cookie_is_set(page):
    page.goto(PRODUCT)
    page.get_by_role("button", name="Large text").click()
    page.reload()
    assert page.context.cookies() == []


def test_link_is_copied(page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(PRODUCT)
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("button", name="Link copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").endswith(PRODUCT)


def test_share_sheet_opens_where_there_is_one(page):
    page.add_init_script("navigator.share = async data => { window.shared = data; }")
    page.goto(PRODUCT)
    page.get_by_role("button", name="Share", exact=True).click()
    assert page.evaluate("window.shared.url").endswith(PRODUCT)
    assert re.search("Lychee", page.evaluate("window.shared.title"))
