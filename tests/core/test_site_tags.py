"""Addresses in both languages, navigation and the frame of every page."""

import json
import re

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.translation import override

from gi_site.core.templatetags import site
from tests.factories import ContentPageFactory, english_of

pytestmark = pytest.mark.django_db

ENGLISH = {"title": "Lychee", "summary": "A fruit.", "body": []}


def at(path, page=None):
    return {"request": RequestFactory().get(path), "page": page}


def paths(context):
    return {alternate.code: alternate.path for alternate in site.alternates(context)}


def test_language_switch_stays_on_the_page(tree):
    context = at("/products/", tree.finder)
    assert paths(context) == {"zh-hans": "/products/", "en": "/en/products/"}


def test_language_switch_stays_below_a_page(tree):
    here = tree.finder.url + "map/"
    assert paths(at(here, tree.finder))["en"] == "/en/products/map/"


def test_language_switch_leads_home_without_a_live_translation():
    page = ContentPageFactory()
    english = english_of(page, **ENGLISH)
    english.unpublish()
    switch = {alternate.code: alternate for alternate in site.alternates(at(page.url, page))}
    assert switch["en"].path == "/en/"
    assert not switch["en"].is_translation


def test_language_switch_of_a_page_costs_one_query(django_assert_num_queries):
    page = ContentPageFactory()
    context = at(page.url, page)
    site.alternates(context)  # the site's root is looked up once per process
    with django_assert_num_queries(1):
        site.alternates(context)


def test_language_switch_of_a_view_costs_no_query(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert paths(at("/search/"))["en"] == "/en/search/"


def test_navigation_marks_the_nearest_place():
    current = [
        item["url"] for item in site.navigation(at("/registry/check/")) if item["is_current"]
    ]
    assert current == ["/registry/check/"]


@pytest.mark.parametrize("path", ["/registry/", "/registry/data/", "/registry/check/"])
def test_navigation_marks_the_check_in_all_of_the_registry(path):
    current = [item["url"] for item in site.navigation(at(path)) if item["is_current"]]
    assert current == ["/registry/check/"]


def test_local_path_follows_the_language():
    with override("en"):
        assert site.local_path("products/") == "/en/products/"


def test_json_ld_cannot_leave_its_element():
    markup = site.json_ld({"name": "</script><script>alert(1)</script>"})
    assert markup.count("</script>") == 1
    assert json.loads(re.sub(r"</?script[^>]*>", "", markup))["name"].startswith("</script>")


def test_icon_is_silent_beside_words_and_named_without():
    assert 'aria-hidden="true"' in site.icon("tea")
    assert 'aria-label="Tea"' in site.icon("tea", "Tea")


def test_page_has_one_canonical_and_all_alternates(client, tree):
    html = client.get("/products/").content.decode()
    assert html.count('rel="canonical"') == 1
    assert re.findall(r'hreflang="([\w-]+)" href="http', html) == ["zh-Hans", "x-default", "en"]


@pytest.mark.parametrize(("path", "lang"), [("/", "zh-Hans"), ("/en/", "en")])
def test_page_states_its_language(client, tree, path, lang):
    assert f'<html lang="{lang}">' in client.get(path).content.decode()


def test_page_asks_nothing_of_other_hosts(client, tree):
    html = client.get("/").content.decode()
    loaded = re.findall(
        r'<(?:script|img|link rel="(?:stylesheet|icon|preload)")[^>]*(?:src|href)="([^"]+)', html
    )
    assert loaded
    assert all(address.startswith("/") for address in loaded)


def test_page_has_no_inline_style_or_script(client, tree):
    for path in ("/", "/products/", "/products/map/", "/products/calendar/"):
        html = client.get(path).content.decode()
        assert not re.search(r"\sstyle=|<style|\son\w+=", html)
        assert not re.search(r"<script(?![^>]*(src=|ld\+json))", html)


def test_filings_are_pending_until_set(client, tree):
    with override("en"):
        html = client.get("/en/").content.decode()
    assert "ICP filing: pending" in html
    assert "Operator: to be filled in" in html
    assert "Contact: to be filled in" in html


def test_base_renders_without_a_page(rf):
    html = Template('{% extends "base.html" %}').render(Context({"request": rf.get("/x/")}))
    assert "<title>" in html
