"""Calendar files, read back with the library that calendars are read with."""

import datetime

import pytest
from django.utils import timezone
from icalendar import Calendar

from tests.factories import english_of
from tests.stories.factories import EventPageFactory, NewsPageFactory, story_list

pytestmark = pytest.mark.django_db


def events_in(response) -> list:
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(response.content).events


def test_whole_days_end_on_the_morning_after(client):
    page = EventPageFactory(slug="festival", ends_on=datetime.date(2025, 2, 22))
    (event,) = events_in(client.get("/stories/festival/event.ics"))
    assert event.start == datetime.date(2025, 2, 20)
    assert event.end == datetime.date(2025, 2, 23)
    assert event["URL"] == f"http://testserver{page.url}"
    assert event["SUMMARY"] == page.title


def test_times_are_those_of_china(client):
    EventPageFactory(slug="fair", starts_at=datetime.time(9, 30), ends_at=datetime.time(17))
    response = client.get("/stories/fair/event.ics")
    (event,) = events_in(response)
    assert b"DTSTART;TZID=Asia/Shanghai:20250220T093000" in response.content
    assert event.start.utcoffset() == datetime.timedelta(hours=8)
    assert b"BEGIN:VTIMEZONE" in response.content


def test_an_event_is_the_same_one_in_both_languages(client):
    english_of(EventPageFactory(slug="festival"), title="The festival", place="Xiaotun")
    (chinese,) = events_in(client.get("/stories/festival/event.ics"))
    (english,) = events_in(client.get("/en/stories/festival/event.ics"))
    assert chinese["UID"] == english["UID"]
    assert english["SUMMARY"] == "The festival"


def test_what_is_no_public_event_has_no_file(client):
    NewsPageFactory(slug="news")
    EventPageFactory(slug="draft", live=False)
    for slug in ("news", "draft", "nothing"):
        assert client.get(f"/stories/{slug}/event.ics").status_code == 404


def test_the_calendar_to_subscribe_to_has_what_is_to_come(client):
    today = timezone.localdate()
    EventPageFactory(title="旧")
    EventPageFactory(title="新", date=today + datetime.timedelta(30))
    events = events_in(client.get("/stories/events.ics"))
    assert [event["SUMMARY"] for event in events] == ["新"]


def test_an_empty_calendar_is_a_calendar(client):
    story_list()
    response = client.get("/en/stories/events.ics")
    assert events_in(response) == []
    # RFC 5545 wants at least one component in every calendar.
    assert b"BEGIN:VTIMEZONE" in response.content
