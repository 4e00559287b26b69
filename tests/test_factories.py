"""A factory without arguments builds a valid object, also the second time."""

import pytest
from factory.django import DjangoModelFactory

from tests import factories

FACTORIES = [
    value
    for value in vars(factories).values()
    if isinstance(value, type)
    and issubclass(value, DjangoModelFactory)
    and value.__module__ == factories.__name__
    and not value._meta.abstract
]

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("build", FACTORIES, ids=lambda factory: factory.__name__)
def test_factory_builds_a_valid_object(build):
    build()
    record = build()
    record.refresh_from_db()
    record.full_clean()


def test_bare_product_has_no_lists():
    product = factories.GIProductFactory(bare=True)
    assert not product.seasons.exists()
    assert not product.image


def test_english_page_lies_below_en():
    page = factories.ContentPageFactory(parent=factories.ContentPageFactory())
    assert factories.english_of(page, title="Page").url.startswith("/en/")
