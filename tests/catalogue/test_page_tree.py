"""The page tree is closed: pages of each kind have their place."""

import pytest
from django.urls import reverse

from home.models import ContentPage, HomePage
from products.catalogue.models import ProductIndexPage, ProductPage
from tests.factories import ProductPageFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_product_pages_lie_below_the_finder_only():
    assert ProductPage.allowed_parent_page_models() == [ProductIndexPage]
    assert ProductPage.allowed_subpage_models() == []
    assert ProductIndexPage.allowed_subpage_models() == [ProductPage]


def test_there_is_one_finder_in_each_language(tree):
    assert not ProductIndexPage.can_create_at(tree.home)


def test_content_pages_lie_below_home_and_each_other():
    assert set(ContentPage.allowed_parent_page_models()) == {HomePage, ContentPage}


def test_editor_opens_the_product_page_with_folded_passages(client, tree):
    page = ProductPageFactory()
    client.force_login(UserFactory(role="editor"))
    response = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert response.status_code == 200
    body = page.body.stream_block
    assert body.meta.collapsed
    assert body.child_blocks["section"].child_blocks["passages"].meta.collapsed


def test_second_page_of_a_product_is_refused_at_the_product(client, tree):
    page = ProductPageFactory()
    client.force_login(UserFactory(role="editor"))
    url = reverse("wagtailadmin_pages:add", args=["catalogue", "productpage", tree.finder.pk])
    data = {
        "title": "再来一页",
        "slug": "again",
        "summary": "",
        "product": page.product_id,
        "body-count": 0,
        "not_yet_known": "",
        "comments-TOTAL_FORMS": 0,
        "comments-INITIAL_FORMS": 0,
        "action-publish": "1",
    }
    response = client.post(url, data)
    assert "product" in response.context["form"].errors
    assert "再来一页" in response.content.decode()
