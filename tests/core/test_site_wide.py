"""Sitemap, robots, feed, routing, languages."""

import xml.etree.ElementTree as ET

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from tests.factories import ContentPageFactory, ProductPageFactory, english_of
from tests.registry.factories import AuthorisationFactory

pytestmark = pytest.mark.django_db
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def test_the_sitemap_names_each_page_with_its_languages(client, tree):
    page = ProductPageFactory()
    english_of(page, title="A product")
    root = ET.fromstring(client.get("/sitemap-pages.xml").content)
    entries = {
        url.find(f"{SITEMAP}loc").text: [
            link.get("hreflang") for link in url.findall(f"{XHTML}link")
        ]
        for url in root
    }
    address = f"http://testserver{page.get_url()}"
    assert entries[address] == ["zh-Hans", "en"]
    assert f"http://testserver/en{page.get_url()}" in entries


def test_drafts_and_private_pages_are_not_in_the_sitemap(client, tree):
    draft, private = ContentPageFactory(), ContentPageFactory()
    draft.unpublish()
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    text = client.get("/sitemap-pages.xml").content.decode()
    assert draft.slug not in text
    assert private.slug not in text


def test_the_sitemap_of_the_registry_names_each_public_entry_in_both_languages(client, tree):
    entry, hidden = AuthorisationFactory(), AuthorisationFactory(waiting=True)
    text = client.get("/sitemap-registry.xml").text
    assert f"http://testserver/registry/{entry.public_number}/" in text
    assert f"http://testserver/en/registry/{entry.public_number}/" in text
    assert hidden.public_number not in text
    assert "/sitemap-registry.xml" in client.get("/sitemap.xml").text


def test_robots_keeps_out_of_the_admin_and_names_the_sitemap(client, tree):
    text = client.get("/robots.txt").content.decode()
    assert "Disallow: /admin/" in text
    assert "Sitemap: http://testserver/sitemap.xml" in text


@pytest.mark.parametrize("path", ["/feeds/changes/", "/en/feeds/changes/"])
def test_the_feed_is_atom_in_the_readers_language(client, tree, path):
    page = ContentPageFactory(title="新的一页")
    page.save_revision().publish()
    english_of(page, title="A new page")
    response = client.get(path)
    assert response["Content-Type"].startswith("application/atom+xml")
    root = ET.fromstring(response.content)
    titles = [entry.find("{*}title").text for entry in root.findall("{*}entry")]
    assert ("A new page" if path.startswith("/en") else "新的一页") in titles


def test_a_wrong_address_costs_at_most_two_queries(client, tree):
    for path in ("/nowhere/", "/products/nowhere/", "/products/nowhere/deeper/", "/en/nowhere/"):
        client.get(f"{path}?warm")  # Django keeps content types once they are read
        with CaptureQueriesContext(connection) as captured:
            assert client.get(path).status_code == 404
        assert len(captured) <= 2, path


def test_a_private_page_asks_for_a_login(client, tree):
    page = ContentPageFactory()
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert client.get(page.get_url()).status_code == 302


def test_a_page_below_a_private_page_is_private(client, tree):
    parent = ContentPageFactory()
    child = ContentPageFactory(parent=parent)
    PageViewRestriction.objects.create(page=parent, restriction_type="login")
    assert client.get(child.get_url()).status_code == 302


def test_chinese_is_at_the_root_whatever_the_browser_prefers(client, tree):
    response = client.get("/", headers={"Accept-Language": "en"})
    assert response.status_code == 200
    assert 'lang="zh-Hans"' in response.content.decode()
    assert 'lang="en"' in client.get("/en/").content.decode()


def test_a_page_names_its_other_language_and_itself(client, tree):
    page = ProductPageFactory()
    english_of(page, title="A product")
    html = client.get(page.get_url()).content.decode()
    assert f'hreflang="en" href="http://testserver/en{page.get_url()}"' in html
    assert f'rel="canonical" href="http://testserver{page.get_url()}"' in html
