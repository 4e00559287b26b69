"""The views of the finder page: list, map and calendar."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.functional import SimpleLazyObject

from gi_site.core.site_settings import site_settings
from gi_site.ops.page_cache import current_generation
from products.catalogue.facets import Finder
from products.catalogue.filters import by_next_season
from products.catalogue.maps import build_map
from products.catalogue.models.products import GIProduct
from products.catalogue.seasons import half_month

PAGE_SIZE = 12
SUGGESTIONS = 4


@dataclass(frozen=True)
class CalendarRow:
    """One product's year: 24 pairs of half-month and kind ("" for none)."""

    product: GIProduct
    cells: list[tuple[int, str]]


def finder_context(request, locale) -> dict:
    """What the list shows. Raises `Http404` for a page that is not there."""
    finder = Finder(request.GET)
    items = finder.page(request.GET.get("page"), PAGE_SIZE)
    ids = list(items.object_list)
    items.object_list = SimpleLazyObject(lambda: _in_order(ids, locale))
    return finder.context(request.path) | {
        "items": items,
        "cards_edition": f"{current_generation()} {locale.pk} {timezone.localdate()} {ids}",
        "suggestions": [] if finder.ids else _nearest(finder, locale),
    }


def _in_order(ids: list[int], locale) -> list[GIProduct]:
    products = GIProduct.objects.for_listing(locale).in_bulk(ids)
    return [products[pk] for pk in ids]


def _nearest(finder: Finder, locale) -> list[GIProduct]:
    """What the text finds without the other choices, else what is next in season."""
    ids = finder.text_matches or by_next_season(GIProduct.objects.all(), timezone.localdate())
    if not finder.text_matches:
        ids = list(ids.values_list("pk", flat=True)[:SUGGESTIONS])
    return _in_order(ids[:SUGGESTIONS], locale)


def map_context(request, page) -> dict:
    """What the map shows."""
    products = GIProduct.objects.for_listing(page.locale).select_related("image")
    return {
        "map": build_map(products, page.get_url(request)),
        "map_review_number": site_settings(request).map_review_number,
        "products": products,
    }


def calendar_context(page) -> dict:
    """What the season calendar shows; products without a known season come last."""
    products = list(GIProduct.objects.for_listing(page.locale))
    rows = [CalendarRow(product, product.season.ring()) for product in products if product.season]
    return {
        "months": [MONTHS[number] for number in range(1, 13)],
        "today": half_month(timezone.localdate()),
        "today_month": timezone.localdate().month,
        "rows": rows,
        "unknown": [product for product in products if not product.season],
    }
