"""Calendar files."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gi_site.ops.limits import per_minute
from home.stories.calendars import calendar_of
from home.stories.lists import coming_up
from home.stories.models import EventPage

# A minute, from one address; calendars that are subscribed to ask twice a day.
FILES = 60


@require_safe
@per_minute(FILES, scope="calendars")
def event_file(request, slug):
    """One event to put into a calendar. Raises `Http404` if `slug` is no public event."""
    events = EventPage.objects.published(get_language()).select_related("locale")
    event = get_object_or_404(events, slug=slug)
    return _calendar(request, [event], f"{slug}.ics")


@require_safe
@per_minute(FILES, scope="calendars")
def events_file(request):
    """All events to come, to subscribe to."""
    name = _("Huizhou Geographical Indications: events")
    return _calendar(request, coming_up(get_language()), "events.ics", name)


def _calendar(request, events, file_name: str, name: str = "") -> HttpResponse:
    def address(event):
        return request.build_absolute_uri(event.get_url(request))

    response = HttpResponse(
        calendar_of(events, address, name), content_type="text/calendar; charset=utf-8"
    )
    response["Content-Disposition"] = f'attachment; filename="{file_name}"'
    return response
