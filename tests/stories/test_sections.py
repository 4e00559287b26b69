"""Where other pages draw from the stories."""

import pytest
from django.utils.translation import override

from home.blocks import TeaserBlock
from tests.factories import ContentPageFactory, ProductPageFactory, english_of
from tests.producers.factories import ProducerFactory, producer_list
from tests.stories.factories import NewsPageFactory, StoryPageFactory

pytestmark = pytest.mark.django_db


def test_the_page_of_a_product_leads_to_its_stories(client):
    page = ProductPageFactory()
    for number in range(4):
        StoryPageFactory(title=f"故事{number}", products=[page.product])
    NewsPageFactory(title="别的消息")
    text = client.get(page.url).content.decode()
    assert text.count('class="reading-list__title') == 3
    assert "别的消息" not in text
    assert f"/stories/?product={page.product.slug}" in text


def test_a_page_without_stories_does_not_mention_them(client):
    page = ProductPageFactory()
    assert 'id="stories"' not in client.get(page.url).content.decode()


def test_the_entry_of_a_producer_leads_to_its_stories(client):
    producer_list()
    producer = ProducerFactory()
    StoryPageFactory(title="园子里的事", producers=[producer])
    assert "园子里的事" in client.get(f"/producers/{producer.slug}/").content.decode()


def test_the_home_page_shows_the_newest_three(tree, client):
    tree.home.body = [{"type": "stories", "value": {"heading": "故事", "text": ""}}]
    tree.home.save_revision().publish()
    for number in range(4):
        NewsPageFactory(title=f"消息{number}")
    text = client.get("/").content.decode()
    assert text.count("story-card__title") == 3
    assert "消息3" in text
    assert "消息0" not in text


def test_the_home_page_is_silent_without_stories(tree, client):
    tree.home.body = [{"type": "stories", "value": {"heading": "故事", "text": ""}}]
    tree.home.save_revision().publish()
    assert "home-stories" not in client.get("/").content.decode()


def test_a_band_leads_to_the_page_in_the_reader_s_language(tree):
    page = ContentPageFactory()
    english = english_of(page, title="The programme")
    block = TeaserBlock()
    value = block.to_python({"heading": "工", "text": "一", "action": "看", "page": page.pk})
    with override("en"):
        assert f'href="{english.url}"' in block.render(value)
    assert f'href="{page.url}"' in block.render(value)
