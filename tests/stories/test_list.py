"""The list of stories, news and events: facets, empty states, budget."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.factories import GIProductFactory, english_of
from tests.stories.factories import (
    EventPageFactory,
    NewsPageFactory,
    StoryPageFactory,
    story_list,
)

pytestmark = pytest.mark.django_db
BUDGET = 16


def titles(client, query="", prefix=""):
    response = client.get(f"{prefix}/stories/{query}")
    assert response.status_code == 200
    return [entry.title for entry in response.context["items"]]


def test_each_facet_narrows_the_list(client):
    lychee = GIProductFactory(slug="lychee", bare=True)
    StoryPageFactory(title="故事", date=datetime.date(2026, 1, 1), products=[lychee])
    NewsPageFactory(title="消息", date=datetime.date(2025, 1, 1))
    EventPageFactory(title="活动", date=datetime.date(2024, 1, 1))
    assert titles(client) == ["故事", "消息", "活动"]
    assert titles(client, "?sort=oldest") == ["活动", "消息", "故事"]
    assert titles(client, "?kind=event") == ["活动"]
    assert titles(client, "?kind=event&kind=news") == ["消息", "活动"]
    assert titles(client, "?product=lychee") == ["故事"]
    assert titles(client, "?year=2025") == ["消息"]
    assert titles(client, "?kind=news&year=2024") == []


def test_an_unknown_choice_is_noted_and_ignored(client):
    NewsPageFactory(title="消息")
    response = client.get("/stories/?kind=gossip&year=1066")
    assert [entry.title for entry in response.context["items"]] == ["消息"]
    assert len(response.context["ignored"]) == 2


def test_a_page_out_of_range_is_not_found(client):
    NewsPageFactory()
    assert client.get("/stories/?page=2").status_code == 404
    assert client.get("/stories/?page=x").status_code == 404


def test_each_language_lists_its_own_pages(client):
    english_of(NewsPageFactory(title="消息"), title="News of the day")
    NewsPageFactory(title="只有中文")
    assert set(titles(client)) == {"消息", "只有中文"}
    assert titles(client, prefix="/en") == ["News of the day"]


def test_drafts_are_not_listed(client):
    NewsPageFactory(title="草稿", live=False)
    assert titles(client) == []


def test_it_says_so_when_there_is_nothing(client):
    story_list()
    text = client.get("/en/stories/").content.decode()
    assert "No story is published yet" in text
    assert "No event is announced at the moment" in text
    filtered = client.get("/en/stories/?kind=news").content.decode()
    assert "Nothing fits all of this" in filtered


def test_coming_events_open_the_list_and_past_ones_do_not(client):
    today = timezone.localdate()
    EventPageFactory(title="旧节", date=today - datetime.timedelta(1))
    EventPageFactory(title="新节", date=today + datetime.timedelta(9))
    running = today - datetime.timedelta(5)
    EventPageFactory(title="正办", date=running, ends_on=today)
    coming = client.get("/stories/").context["coming_up"]
    assert [event.title for event in coming] == ["正办", "新节"]


@pytest.mark.parametrize("number", [1, 5])
def test_the_list_costs_the_same_with_few_and_with_many(client, number):
    product = GIProductFactory()
    for factory in (StoryPageFactory, NewsPageFactory, EventPageFactory) * number:
        factory(products=[product], picture=product.image)
    client.get("/stories/?kind=news")  # what is remembered between requests
    with CaptureQueriesContext(connection) as queries:
        assert client.get("/stories/?sort=newest").status_code == 200
    assert len(queries) <= BUDGET


def test_the_feed_has_the_newest_first_with_full_addresses(client):
    NewsPageFactory(title="旧", slug="old", date=datetime.date(2020, 1, 1))
    NewsPageFactory(title="新", slug="new", date=datetime.date(2025, 1, 1))
    text = client.get("/feeds/stories/").content.decode()
    assert text.index("http://testserver/stories/new/") < text.index("/stories/old/")


def test_search_has_a_group_of_its_own(client):
    StoryPageFactory(title="石榴园")
    results = client.get("/search/?q=石榴园").context["results"]
    assert [(group.value, number) for group, number in results.kinds] == [("story", 1)]
    assert "石榴园" in client.get("/search/?q=石榴园").content.decode()
