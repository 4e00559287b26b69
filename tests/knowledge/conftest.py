import pytest
from django.core.cache import caches

from tests.factories import english_of


@pytest.fixture
def html_of(client):
    """The page at an address, as text; it must be there."""

    def get(path, **data):
        response = client.get(path, data)
        assert response.status_code == 200
        return response.content.decode()

    return get


@pytest.fixture
def in_both(tree):
    """The addresses of a page in Chinese and, translated here, in English."""

    def make(page):
        english_of(page.get_parent().specific, title="Knowledge")
        return page.get_url(), english_of(page, title="A tool").get_url()

    return make


@pytest.fixture
def queries_of(client, django_assert_max_num_queries):
    """How many queries an address takes when nothing is remembered."""

    def count(path):
        client.get(path)  # what every process knows after its first page
        for cache in caches.all():
            cache.clear()
        with django_assert_max_num_queries(100) as captured:
            assert client.get(path).status_code == 200
        return len(captured)

    return count
