"""The admin's home page says what is left to do, with a link to each list."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from gi_site.core.admin_reports import TranslationsPanel
from products.catalogue.dashboard import CataloguePanel
from tests.factories import (
    ContentPageFactory,
    GIProductFactory,
    ProtectionFactory,
    UserFactory,
    english_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client, tree):
    client.force_login(UserFactory(is_superuser=True))
    return client


def rows(panel):
    return panel.get_context_data({})["rows"]


def test_each_count_is_the_length_of_the_list_it_links_to(staff):
    GIProductFactory()
    GIProductFactory(bare=True)
    GIProductFactory(bare=True, state="candidate")
    ProtectionFactory(unverified=True)
    ContentPageFactory()
    for _label, count, url in rows(CataloguePanel()) + rows(TranslationsPanel()):
        assert len(staff.get(url).context["object_list"]) == count
    assert [count for _label, count, _url in rows(CataloguePanel())] == [2, 2, 3, 1]


def test_home_shows_the_tasks(staff):
    content = staff.get(reverse("wagtailadmin_home")).content.decode()
    for _label, _count, url in rows(CataloguePanel()):
        assert url.replace("&", "&amp;") in content


def test_tasks_cost_the_same_queries_for_more_records(tree):
    def count():
        with CaptureQueriesContext(connection) as queries:
            rows(CataloguePanel())
            rows(TranslationsPanel())
        return len(queries)

    ProtectionFactory.create_batch(2)
    few = count()
    ProtectionFactory.create_batch(10, unverified=True)
    assert count() == few


def test_page_without_english_is_missing(staff):
    page = ContentPageFactory()
    report = staff.get(reverse("english_translations"), {"translation_state": "missing"})
    assert page.page_ptr in report.context["object_list"]


def test_page_with_live_english_is_not_missing(staff):
    page = ContentPageFactory()
    english_of(page)
    report = staff.get(reverse("english_translations"))
    assert page.page_ptr not in report.context["object_list"]
