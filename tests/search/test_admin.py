"""The admin's own search, which Wagtail runs through our backend."""

import pytest
from django.urls import reverse

from products.catalogue.models import Source
from tests.factories import (
    ProductPageFactory,
    SiteDocumentFactory,
    SiteImageFactory,
    SourceFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

VIEWS = [
    "wagtailadmin_pages:search",
    "wagtailadmin_choose_page_search",
    "wagtailimages:index",
    "wagtailimages_chooser:choose_results",
    "wagtaildocs:index",
    "wagtaildocs_chooser:choose_results",
    "wagtailusers_users:index",
]


@pytest.fixture
def staff(client, tree):
    client.force_login(UserFactory(is_superuser=True))
    return client


@pytest.mark.parametrize("view", VIEWS)
def test_hostile_query_is_answered(staff, view):
    for query in ['"', "\0", " ", '荔"枝', "🥭", "x" * 10_000, 'live:yes "']:
        assert staff.get(reverse(view), {"q": query}).status_code == 200, query


@pytest.mark.parametrize(
    ("view", "make"),
    [
        ("wagtailadmin_pages:search", ProductPageFactory),
        ("wagtailadmin_choose_page_search", ProductPageFactory),
        ("wagtailimages_chooser:choose_results", SiteImageFactory),
        ("wagtaildocs_chooser:choose_results", SiteDocumentFactory),
    ],
)
def test_search_and_choosers_find(staff, view, make):
    make(title="山大荔枝 Lychee")
    for query in ["荔枝", "山大", "lizhi", "lychee"]:
        assert "山大荔枝" in staff.get(reverse(view), {"q": query}).content.decode(), query


def test_chooser_of_records_finds(staff):
    SourceFactory(title_zh="荔枝公告", title_en="Lychee announcement")
    # Chooser views of snippets are named by their viewset.
    url = Source.snippet_viewset.chooser_viewset.get_url_name("choose_results")
    for query in ["荔枝", "lizhi", "lychee"]:
        assert "荔枝公告" in staff.get(reverse(url), {"q": query}).content.decode(), query
