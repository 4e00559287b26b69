"""“Inquire” on the pages of products, producers and entries, and the basket behind it."""

import pytest

from tests.factories import GIProductFactory, ProductPageFactory
from tests.inquiries.forms import NEW, lawful_product
from tests.producers.factories import producer_list

pytestmark = pytest.mark.django_db
ADD = "/inquiries/basket/add/"


def text(client, address) -> str:
    return client.get(address, follow=True).content.decode()


def test_product_page_leads_to_an_inquiry_about_it(client, tree):
    page = ProductPageFactory()
    shown = text(client, page.url)
    link = f"{ADD}?product={page.product.slug}"
    assert link in shown
    assert f'<option value="{page.product.slug}" selected>' in text(client, link)


def test_producer_and_entry_lead_to_an_inquiry_to_that_producer(client, tree):
    entry = lawful_product()
    producer_list()
    link = f"{ADD}?product={entry.product.slug}&amp;producer={entry.producer.slug}"
    assert link in text(client, f"/producers/{entry.producer.slug}/")
    form = text(client, link.replace("&amp;", "&"))
    assert f'value="{entry.producer.slug}"' in form
    assert entry.producer.name in form


def test_unknown_product_is_named_and_not_kept(client, tree):
    shown = text(client, f"{ADD}?product=%00nothing")
    assert "notice--warning" in shown
    assert "inquiry_basket" not in client.session


def test_basket_holds_ten_products_each_once(client, tree):
    for product in GIProductFactory.create_batch(11, bare=True):
        for _time in range(2):
            client.get(f"{ADD}?product={product.slug}")
    assert len(client.session["inquiry_basket"]) == 10


def test_basket_can_be_emptied_and_items_taken_out(client, tree):
    first, second = GIProductFactory.create_batch(2, bare=True)
    for product in (first, second):
        client.get(f"{ADD}?product={product.slug}")
    client.post("/inquiries/basket/remove/", {"product": first.slug})
    assert [item["product"] for item in client.session["inquiry_basket"]] == [second.slug]
    client.post("/inquiries/basket/remove/")
    assert "inquiry_basket" not in client.session


def test_reading_the_form_starts_no_session(client, tree):
    assert not client.get(NEW).cookies.get("sessionid")


@pytest.mark.parametrize("count", [1, 9])
def test_queries_of_the_form_do_not_grow(client, tree, django_assert_max_num_queries, count):
    for product in GIProductFactory.create_batch(count, bare=True):
        client.get(f"{ADD}?product={product.slug}")
    client.get(NEW)
    with django_assert_max_num_queries(12):
        client.get(NEW)
