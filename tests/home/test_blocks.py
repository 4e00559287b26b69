"""The blocks of the home page."""

import pytest
from django.utils.translation import override

from home.blocks import DoorsBlock
from tests.factories import ContentPageFactory, english_of

pytestmark = pytest.mark.django_db


def doors_to(*pages):
    block = DoorsBlock()
    item = {"audience": "public", "heading": "查", "text": "查"}
    doors = [
        {"type": "item", "id": str(page.pk), "value": item | {"page": page.pk}} for page in pages
    ]
    return block, block.to_python({"heading": "门", "doors": doors})


def test_a_door_leads_to_the_page_in_the_reader_s_language(tree):
    page = ContentPageFactory()
    english = english_of(page, title="The mark")
    block, value = doors_to(page)
    with override("en"):
        assert f'href="{english.url}"' in block.render(value)
    assert f'href="{page.url}"' in block.render(value)


def test_a_door_leads_to_the_chosen_page_if_it_is_not_translated(tree):
    page = ContentPageFactory()
    block, value = doors_to(page)
    with override("en"):
        assert f'href="{page.url}"' in block.render(value)


def test_doors_are_translated_in_one_query(tree, django_assert_num_queries):
    block, value = doors_to(*(ContentPageFactory() for _ in range(3)))
    list(value["doors"])
    with override("en"), django_assert_num_queries(1):
        block.get_context(value)
