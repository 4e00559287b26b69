"""What the list and the entries of producers show."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gi_site.core.languages import HTML_LANGUAGES
from gi_site.core.site_settings import site_settings
from products.catalogue.maps import build_place_map
from products.producers.filters import ProducerFinder
from products.producers.models.producers import Producer

PAGE_SIZE = 20


def list_context(request) -> dict:
    """What the list shows. Raises `Http404` for a page that is not there."""
    finder = ProducerFinder(request.GET)
    items = finder.page(request.GET.get("page"), PAGE_SIZE)
    producers = Producer.objects.for_listing().in_bulk(items.object_list)
    items.object_list = [producers[pk] for pk in items.object_list]
    return finder.context(request.path) | {"items": items}


def entry_context(request, producer: Producer, page) -> dict:
    """What the entry of `producer` shows, whether `page` is its own page or the list."""
    has_own_page = getattr(page, "producer_id", None) == producer.pk
    list_url = page.get_url(request)
    if has_own_page:
        list_url = list_url.removesuffix(f"{page.slug}/")
    return {
        "producer": producer,
        "heading": page.title if has_own_page else producer.name,
        "list_url": list_url,
        "trail_items": [{"title": _("Producers"), "url": list_url}],
        "map": producer.district
        and build_place_map(producer.district, producer.latitude, producer.longitude),
        "map_review_number": site_settings(request).map_review_number,
        "structured_data": None if producer.is_sample else _structured_data(request, producer),
    }


def _structured_data(request, producer) -> dict:
    """schema.org: an organisation with its names and its place; nothing that is not confirmed."""
    names = [producer.legal_name_zh, producer.trading_name_zh, producer.name_en]
    data = {
        "@context": "https://schema.org",
        "@type": "Organization",
        "@id": request.build_absolute_uri(),
        "name": producer.name,
        "alternateName": [name for name in names if name and name != producer.name],
        "inLanguage": HTML_LANGUAGES[get_language()],
    }
    if producer.confirmed_credit_code:
        data["identifier"] = producer.confirmed_credit_code
    if producer.district:
        data["location"] = {"@type": "AdministrativeArea", "name": producer.district.name}
    return data
