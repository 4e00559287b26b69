"""What lists of stories, news and events show."""

from django.utils import timezone

from home.stories.filters import StoryFinder
from home.stories.models.entries import StoryEntry
from home.stories.models.pages import EventPage

PAGE_SIZE = 12
SHOWN_EVENTS = 3


def list_context(request, language: str) -> dict:
    """What the list shows. Raises `Http404` for a page that is not there."""
    finder = StoryFinder(request.GET, language)
    items = finder.page(request.GET.get("page"), PAGE_SIZE)
    entries = StoryEntry.objects.for_listing().in_bulk(items.object_list)
    items.object_list = [entries[pk] for pk in items.object_list]
    is_opening = items.number == 1 and not finder.data
    return finder.context(request.path) | {
        "items": items,
        "is_opening": is_opening,
        "coming_up": coming_up(language)[:SHOWN_EVENTS] if is_opening else [],
    }


def coming_up(language: str):
    """The events that are on or still to come, the next first."""
    return EventPage.objects.published(language).not_past(timezone.localdate()).for_event_list()


def newest(language: str, amount: int, product=None, producer=None) -> list[StoryEntry]:
    """The newest entries as rows show them; of one product or producer if given."""
    entries = StoryEntry.objects.published(language)
    if product is not None:
        entries = entries.filter(products=product)
    if producer is not None:
        entries = entries.filter(related_producers__producer=producer)
    return list(entries.for_listing().newest_first()[:amount])
