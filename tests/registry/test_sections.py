"""Lawful users on the page of a product."""

import datetime

import pytest

from products.catalogue.enums import ProductState
from products.registry.sections import LISTED, authorisations_of, lawful_users
from tests.factories import GIProductFactory, ProductPageFactory, ProtectionFactory, english_of
from tests.producers.factories import ProducerFactory, credit_code
from tests.registry.factories import AuthorisationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def right():
    return ProtectionFactory()


def test_lawful_users_are_counted_and_listed_by_name(right):
    AuthorisationFactory(protection=right, name_as_printed="乙")
    AuthorisationFactory(protection=right, name_as_printed="丙", waiting=True)
    AuthorisationFactory(protection=right, valid_until=datetime.date(2024, 1, 1))
    shown = lawful_users(None, right.product)
    assert shown["count"] == 1
    assert [entry.name_as_printed for entry in shown["entries"]] == ["乙"]


def test_reported_users_are_shown_apart_and_not_counted(right):
    AuthorisationFactory(protection=right, reported=True)
    shown = lawful_users(None, right.product)
    assert (shown["count"], shown["entries"], len(shown["reported"])) == (0, [], 1)


def test_samples_are_shown_last_and_not_counted(right):
    AuthorisationFactory(protection=right, name_as_printed="乙", is_sample=True)
    AuthorisationFactory(protection=right, name_as_printed="甲甲")
    shown = lawful_users(None, right.product)
    assert shown["count"] == 1
    assert [entry.is_sample for entry in shown["entries"]] == [False, True]


def test_many_are_counted_in_full(right, django_assert_max_num_queries):
    for _ in range(LISTED + 5):
        AuthorisationFactory(protection=right)
    with django_assert_max_num_queries(2):
        shown = lawful_users(None, right.product)
    assert shown["count"] == LISTED + 5
    assert len(shown["entries"]) == LISTED


def test_a_product_page_says_who_may_use_the_mark(client):
    page = ProductPageFactory()
    english = english_of(page, title="Lychee")
    entry = AuthorisationFactory(protection=ProtectionFactory(product=page.product))
    html = client.get(english.url).content.decode()
    assert entry.public_number in html
    assert "1 firm may use the GI mark" in html


def test_a_product_page_says_when_it_is_nobody_yet(client):
    english = english_of(ProductPageFactory(), title="Lychee")
    assert "Nobody yet" in client.get(english.url).content.decode()


def test_nobody_can_be_a_lawful_user_of_a_candidate(client):
    product = GIProductFactory(bare=True, state=ProductState.CANDIDATE)
    english = english_of(ProductPageFactory(product=product), title="Tea")
    assert "not a geographical indication yet" in client.get(english.url).content.decode()


@pytest.mark.parametrize(
    ("printed", "is_shown"),
    [
        ({"credit_code_as_printed": credit_code(7)}, True),
        ({"name_as_printed": "惠州市甲公司"}, False),  # another code: another firm
        ({"name_as_printed": "惠州市甲公司", "credit_code_as_printed": ""}, True),
        ({"credit_code_as_printed": credit_code(7), "waiting": True}, False),
        ({"credit_code_as_printed": credit_code(7), "is_sample": True}, False),
    ],
)
def test_an_entry_without_link_is_shown_under_its_code_or_name(right, printed, is_shown):
    producer = ProducerFactory(legal_name_zh="惠州市甲公司", credit_code=credit_code(7))
    AuthorisationFactory(protection=right, **printed)
    assert bool(authorisations_of(None, producer)["standings"]) == is_shown
