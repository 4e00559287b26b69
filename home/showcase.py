"""What the blocks of the home page show, loaded once for all of them."""

from django.utils import timezone
from django.utils.functional import cached_property

from products.catalogue.maps import Map, build_map
from products.catalogue.models import GIProduct

HERO_PLATES = 3
IN_SEASON = 8


class Showcase:
    """The city's products as the home page presents them; every part is computed when asked for."""

    def __init__(self, page):
        self.page = page

    @cached_property
    def products(self) -> list[GIProduct]:
        """All products with what a card needs."""
        return list(GIProduct.objects.listed().for_listing(self.page.locale))

    @cached_property
    def by_season(self) -> list[GIProduct]:
        """Products with a known season: those in season first, then by how soon it comes."""
        today = timezone.localdate()
        ahead = [(product.season.half_months_until(today), product) for product in self.products]
        known = [(wait, product) for wait, product in ahead if wait is not None]
        return [product for _, product in sorted(known, key=lambda pair: pair[0])]

    @property
    def hero(self) -> list[GIProduct]:
        """The plates that open the page: painted ones, the season's first."""
        rest = [product for product in self.products if product not in self.by_season]
        painted = [product for product in self.by_season + rest if product.image]
        return painted[:HERO_PLATES]

    @property
    def in_season(self) -> list[GIProduct]:
        """What is fresh or being made today."""
        today = timezone.localdate()
        return [product for product in self.by_season if product.season.is_on(today)][:IN_SEASON]

    @property
    def next_in_season(self) -> list[GIProduct]:
        """What comes next, for days on which nothing is in season."""
        return self.by_season[:3]

    @cached_property
    def map(self) -> Map:
        """The districts with their products."""
        return build_map(self.products, f"{self.page.get_url()}products/")

    def pick(self, chosen) -> list[GIProduct]:
        """`chosen` products in their order, with what a card needs."""
        loaded = {product.pk: product for product in self.products}
        return [loaded[product.pk] for product in chosen if product and product.pk in loaded]
