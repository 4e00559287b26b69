"""One sheet of paper for each product: what a stall, a class or a counter can hang up."""

from collections.abc import Iterable
from itertools import islice

from django.utils import timezone
from django.utils.translation import get_language

from home.knowledge.products import product_and_page, trail_below
from home.knowledge.recognising import Guide
from products.catalogue.dossier import Noted, Passage
from products.catalogue.models import GIProduct

# What fits beside everything else on one page of A4, in characters and rows.
PROSE = {"zh-hans": 190, "en": 480}
VALUES = 6
AREA = {"zh-hans": 120, "en": 300}
SOURCES = 5


class Sheet(Guide):
    """The guide to a product, cut to one page; it says where the rest stands."""

    @property
    def passages(self) -> list[Passage]:
        """The first passages about how to recognise it, each whole."""
        section = self.sections.get("quality")
        return list(_as_fits(section.passages if section else [], PROSE[get_language()]))

    @property
    def values(self) -> list[Noted]:
        """The values, those demanded first."""
        return [*self.required, *self.measured][:VALUES]

    @property
    def area(self) -> str:
        """The area, if its text is short enough for a sheet."""
        text = self.product.area
        return text if len(text) <= AREA[get_language()] else ""

    @property
    def is_sparse(self) -> bool:
        """Whether so little is known that it can be printed larger."""
        return not self.values and (not self.passages or not self.seasons)

    @property
    def sources(self) -> list:
        """The first of the sources."""
        return [source for _number, source in islice(self.notes, SOURCES)]

    @property
    def has_more_sources(self) -> bool:
        """Whether the product's page names others."""
        return len(self.notes) > SOURCES


def _as_fits(passages: Iterable[Passage], room: int) -> Iterable[Passage]:
    for passage in passages:
        room -= len(passage.text)
        if room < 0:
            return
        yield passage


def list_context(page) -> dict:
    """All products, candidates included."""
    return {"products": list(GIProduct.objects.for_listing(page.locale))}


def product_context(request, page, slug: str) -> dict:
    """One sheet. Raises `Http404` if there is no such product."""
    product, product_page = product_and_page(GIProduct.objects.all(), slug, page.locale)
    address = product_page.get_url(request) if product_page else page.get_url(request)
    return {
        "sheet": Sheet(product, product_page),
        "product": product,
        "product_page": product_page,
        "address": request.build_absolute_uri(address),
        "day": timezone.localdate(),
        "trail_items": trail_below(request, page),
    }
