"""Events as iCalendar (RFC 5545), for one event or to subscribe to all that are to come."""

import datetime
from collections.abc import Iterable
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language
from icalendar import Calendar, Event, Timezone

PRODUCT_ID = "-//Huizhou Geographical Indications//Events//{}"
ONE_DAY = datetime.timedelta(days=1)
# How often a subscribed calendar asks again.
REFRESH = datetime.timedelta(hours=12)


def calendar_of(events: Iterable, address, name: str = "") -> bytes:
    """`events` as a calendar file; `address(event)` gives the full address of its page.

    With `name` it is a calendar to subscribe to.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT_ID.format(get_language().upper()[:2]))
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    if name:
        calendar.add("name", name)
        calendar.add("x-wr-calname", name)
        calendar.add("x-wr-timezone", settings.TIME_ZONE)
        # Without an event the calendar must still hold something (RFC 5545, 3.6).
        calendar.add_component(Timezone.from_tzid(settings.TIME_ZONE))
        calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    for event in events:
        calendar.add_component(_component(event, address(event)))
    calendar.add_missing_timezones()
    return calendar.to_ical()


def _component(page, address: str) -> Event:
    event = Event()
    # The same event in both languages, wherever the page is moved.
    event.add("uid", f"{page.translation_key}@{urlsplit(settings.SITE_URL).hostname}")
    event.add("dtstamp", page.last_published_at or timezone.now())
    event.add("last-modified", page.last_published_at or timezone.now())
    event.add("dtstart", page.start)
    if page.end is not None:
        # The end of whole days is the morning after.
        is_day = not isinstance(page.end, datetime.datetime)
        event.add("dtend", page.end + ONE_DAY if is_day else page.end)
    event.add("summary", page.title)
    event.add("description", page.summary)
    event.add("location", page.place)
    event.add("url", address)
    return event
