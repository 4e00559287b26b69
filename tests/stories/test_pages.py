"""Pages of stories, news and events."""

import datetime
import json
import re

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from home.stories.models import EventPage, NewsPage, StoryEntry, StoryPage
from tests.factories import GIProductFactory, SourceFactory, english_of
from tests.producers.factories import ProducerFactory
from tests.stories.factories import (
    EventPageFactory,
    NewsPageFactory,
    StoryPageFactory,
    text_block,
)

pytestmark = pytest.mark.django_db


def data_of(response):
    text = response.content.decode()
    return json.loads(re.search(r'ld\+json">(.*?)</script>', text).group(1))


def errors_of(page):
    with pytest.raises(ValidationError) as caught:
        page.full_clean()
    return caught.value.message_dict


def test_a_story_leads_to_the_records_in_both_languages(client):
    product, producer = GIProductFactory(bare=True), ProducerFactory()
    page = StoryPageFactory(slug="story", title="故事", products=[product], producers=[producer])
    english = english_of(page, title="A story")
    assert [row.producer for row in english.related_producers.all()] == [producer]
    chinese_text = client.get("/stories/story/").content.decode()
    english_text = client.get("/en/stories/story/").content.decode()
    assert product.name_zh in chinese_text
    assert product.name_en in english_text
    assert f'href="/en/producers/{producer.slug}/"' in english_text
    assert "stands in the record of each product" in english_text


def test_structured_data_names_the_kind(client):
    StoryPageFactory(slug="story")
    NewsPageFactory(slug="news")
    EventPageFactory(slug="event", ends_on=datetime.date(2025, 2, 22))
    assert data_of(client.get("/stories/story/"))["@type"] == "Article"
    assert data_of(client.get("/stories/news/"))["@type"] == "NewsArticle"
    event = data_of(client.get("/stories/event/"))
    assert (event["@type"], event["startDate"], event["endDate"]) == (
        "Event",
        "2025-02-20",
        "2025-02-22",
    )


def test_a_past_event_is_shown_as_past(client):
    EventPageFactory(slug="past")
    EventPageFactory(slug="next", date=timezone.localdate() + datetime.timedelta(3))
    past = client.get("/stories/past/").content.decode()
    coming = client.get("/stories/next/").content.decode()
    assert "这项活动已经结束" in past
    assert "event.ics" not in past
    assert "这项活动已经结束" not in coming
    assert "/stories/next/event.ics" in coming


def test_a_person_is_shown_only_with_consent():
    page = StoryPage(title="故事", date=datetime.date(2025, 1, 1), shows_people=True)
    page.consent_note = "本人书面同意"
    with pytest.raises(ValidationError, match="同意"):
        page.validate_constraints()
    page.consent_on = datetime.date(2025, 1, 1)
    page.validate_constraints()


def test_a_quotation_without_source_needs_consent():
    quotation = {"type": "quotation", "value": {"text": "好吃。", "speaker": "", "sources": []}}
    page = StoryPage(title="故事", date=datetime.date(2025, 1, 1), body=[quotation])
    with pytest.raises(ValidationError) as caught:
        page.clean()
    assert "shows_people" in caught.value.message_dict
    quotation["value"]["sources"] = [SourceFactory().pk]
    StoryPage(title="故事", date=datetime.date(2025, 1, 1), body=[quotation]).clean()


def test_news_rests_on_a_source():
    page = NewsPage(title="消息", date=datetime.date(2025, 1, 1), body=[text_block()])
    assert "body" in _clean_errors(page)
    page.body = [text_block(SourceFactory())]
    page.clean()


def test_news_and_consent_are_not_of_a_day_to_come():
    day = timezone.localdate() + datetime.timedelta(1)
    assert "date" in _clean_errors(
        NewsPage(title="消息", date=day, body=[text_block(SourceFactory())])
    )
    story = StoryPage(title="故事", date=datetime.date(2025, 1, 1), consent_on=day)
    assert "consent_on" in _clean_errors(story)


def _clean_errors(page):
    with pytest.raises(ValidationError) as caught:
        page.clean()
    return caught.value.message_dict


def event(**fields):
    return EventPage(title="节", place="镇隆", **{"date": datetime.date(2025, 6, 20), **fields})


def test_an_event_does_not_end_before_it_begins():
    assert "ends_on" in _clean_errors(event(ends_on=datetime.date(2025, 6, 19)))
    ten, nine = datetime.time(10), datetime.time(9)
    assert "ends_at" in _clean_errors(event(starts_at=ten, ends_at=nine))
    event(starts_at=ten, ends_at=nine, ends_on=datetime.date(2025, 6, 21)).clean()


def test_a_time_of_the_end_needs_one_of_the_beginning():
    with pytest.raises(ValidationError):
        event(ends_at=datetime.time(9)).validate_constraints()


def test_only_the_three_kinds_can_be_made():
    assert not StoryEntry.is_creatable
    assert all(page.is_creatable for page in (StoryPage, NewsPage, EventPage))
