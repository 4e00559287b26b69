"""schema.org descriptions of stories, news and events."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gi_site.core.images import PRESETS, existing_renditions
from gi_site.core.languages import HTML_LANGUAGES
from gi_site.core.site_settings import site_settings
from home.stories.enums import Phase


def article_data(request, page, kind: str) -> dict:
    """An article; `kind` is Article or NewsArticle."""
    return _common(request, page, kind) | {
        "headline": page.title,
        "datePublished": page.date.isoformat(),
        "dateModified": page.last_published_at and page.last_published_at.isoformat(),
        "author": _owner(request),
        "publisher": _owner(request),
        "about": [{"@type": "Thing", "name": product.name} for product in page.products.all()],
    }


def event_data(request, page) -> dict:
    """An event with its days and place."""
    data = _common(request, page, "Event") | {
        "name": page.title,
        "startDate": page.start.isoformat(),
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {"@type": "Place", "name": page.place, "address": page.place},
    }
    if page.end is not None:
        data["endDate"] = page.end.isoformat()
    if page.phase != Phase.PAST:
        data["eventStatus"] = "https://schema.org/EventScheduled"
    if page.organiser:
        data["organizer"] = {"@type": "Organization", "name": page.organiser}
    return data


def _common(request, page, kind: str) -> dict:
    data = {
        "@context": "https://schema.org",
        "@type": kind,
        "@id": request.build_absolute_uri(page.get_url(request)),
        "description": page.meta_description,
        "inLanguage": HTML_LANGUAGES[get_language()],
    }
    if page.picture:
        spec = PRESETS["wide"].specs("webp")[-1]
        if rendition := existing_renditions(page.picture, [spec]).get(spec):
            data["image"] = request.build_absolute_uri(rendition.url)
    return data


def _owner(request) -> dict:
    name = site_settings(request).owner or _("Huizhou Geographical Indications")
    return {"@type": "Organization", "name": name}
