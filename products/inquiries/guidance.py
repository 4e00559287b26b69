"""What a buyer should know of the products asked for: season, usual orders, capacity."""

import datetime
from dataclasses import dataclass

from django.db.models import Prefetch
from django.utils import timezone

from products.catalogue.enums import SeasonKind
from products.catalogue.models import GIProduct
from products.catalogue.seasons import half_month, window_half_months
from products.producers.models import Offer


@dataclass(frozen=True)
class Guide:
    """One product in the wished window."""

    product: GIProduct
    kinds: list[SeasonKind]
    has_seasons: bool
    offers: list[Offer]

    @property
    def is_fresh(self) -> bool:
        return SeasonKind.FRESH in self.kinds


def products_for_choice() -> list[GIProduct]:
    """All GI products with seasons and offers: three queries."""
    offers = Offer.objects.filter(producer__is_sample=False).order_by("minimum_order", "pk")
    return list(GIProduct.objects.listed().prefetch_related("seasons", Prefetch("offers", offers)))


def guides(products, first: datetime.date | None, last: datetime.date | None) -> list[Guide]:
    """One for each of `products`; without a window, for today."""
    first = first or last or timezone.localdate()
    last = last or first
    if (last - first).days >= 365:
        positions = set(range(1, 25))
    else:
        positions = set(window_half_months(half_month(first), half_month(last)))
    found = []
    for product in dict.fromkeys(products):
        season = product.season
        kinds = {kind for position in positions for kind in season.kinds_at(position)}
        found.append(
            Guide(
                product,
                [kind for kind in SeasonKind if kind in kinds],
                bool(season),
                [o for o in product.offers.all() if o.minimum_order or o.monthly_capacity][:3],
            )
        )
    return found
