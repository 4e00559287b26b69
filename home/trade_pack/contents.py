"""What a trade pack holds: the public facts about one product that a buyer needs, from the records.

Samples never enter. What is not known is listed, not left out.
"""

import datetime
from dataclasses import dataclass, field

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from gi_site.core.images import PRESETS, existing_renditions
from gi_site.core.templatetags.site import local_path
from products.catalogue.blocks import SectionKind
from products.catalogue.dossier import Dossier
from products.catalogue.models import ProductPage
from products.producers.models import Certificate, Offer
from products.registry.models import Authorisation

# More names than this fill pages of a PDF; the registry has them all.
LISTED_USERS = 40
LISTED_OFFERS = 60


def find_page(slug: str, locale) -> ProductPage | None:
    """The page of a GI product that everybody may read; candidates are none yet."""
    pages = ProductPage.objects.live().public().for_serving()
    page = pages.filter(locale=locale, product__slug=slug).first()
    return None if page is None or page.product.is_candidate else page


@dataclass
class TradePack:
    """One product's pack in the reader's language; `host` as https://example.org."""

    page: ProductPage
    host: str
    day: datetime.date = field(default_factory=timezone.localdate)

    @cached_property
    def dossier(self) -> Dossier:
        """The facts with their notes."""
        return Dossier(self.page)

    @property
    def product(self):
        """The record."""
        return self.dossier.product

    @property
    def address(self) -> str:
        """The permanent address of the product's record."""
        return f"{self.host}{local_path('products/')}{self.product.slug}/"

    @property
    def registry_address(self) -> str:
        """The list of everybody who may use the mark for this product."""
        return f"{self.host}{local_path('registry/')}?product={self.product.slug}"

    def file_address(self, kind: str) -> str:
        """Full address of the pack as `pdf` or `json`."""
        return self.host + reverse(f"trade_pack_{kind}", args=[self.product.slug])

    @property
    def gbt43583(self) -> str:
        """The code of its class after GB/T 43583; "" if it is not known."""
        return self.product.category.gbt43583

    @cached_property
    def keeping(self) -> list:
        """What the product page says about keeping and storing it."""
        section = self.dossier.sections.get(SectionKind.KEEPING)
        return section.passages if section else []

    @cached_property
    def lawful_users(self) -> list[Authorisation]:
        """The entries in force today, by name; the first of them."""
        return list(self._in_force.order_by("name_as_printed", "pk")[:LISTED_USERS])

    @cached_property
    def lawful_user_count(self) -> int:
        """How many entries are in force today."""
        if len(self.lawful_users) < LISTED_USERS:
            return len(self.lawful_users)
        return self._in_force.count()

    @property
    def _in_force(self):
        entries = Authorisation.objects.public().real().in_force(self.day)
        return entries.filter(product=self.product).select_related("producer")

    @property
    def _producers(self):
        """Keys of the lawful users that are known as producers."""
        return self._in_force.filter(producer__is_sample=False).values("producer")

    @cached_property
    def offers(self) -> list[Offer]:
        """What lawful users offer of this product."""
        offers = Offer.objects.filter(product=self.product, producer__in=self._producers)
        return list(
            offers.select_related("producer", "footing_source").order_by(
                "producer__slug", "sort_order", "pk"
            )[:LISTED_OFFERS]
        )

    @cached_property
    def certificates(self) -> list[Certificate]:
        """Certificates of lawful users that have not run out."""
        valid = Q(valid_until__isnull=True) | Q(valid_until__gte=self.day)
        certificates = Certificate.objects.filter(valid, producer__in=self._producers)
        return list(
            certificates.select_related("producer", "footing_source").order_by(
                "producer__slug", "sort_order", "pk"
            )[:LISTED_OFFERS]
        )

    @property
    def picture(self):
        """The plate, None if there is none."""
        return self.product.image

    @cached_property
    def picture_addresses(self) -> list[str]:
        """Full addresses of the plate in the sizes that are made."""
        if not self.picture:
            return []
        specs = PRESETS["plate"].specs("webp")
        made = existing_renditions(self.picture, specs)
        return [
            url if (url := made[spec].url).startswith("http") else self.host + url
            for spec in specs
            if spec in made
        ]

    @cached_property
    def unknown(self) -> list[str]:
        """What nobody knows yet, in words."""
        lacking = {
            _("customs code (HS)"): self.product.hs_code,
            _("class code (GB/T 43583)"): self.gbt43583,
            _("protection record"): self.dossier.protections,
            _("protected area"): self.product.area,
            _("season"): self.dossier.seasons,
            _("quality values"): self.dossier.quality,
            _("storage"): self.keeping or any(offer.storage for offer in self.offers),
            _("lawful users of the mark"): self.lawful_users,
            _("packs and minimum orders of lawful users"): self.offers,
            _("certificates of lawful users"): self.certificates,
        }
        return [name for name, value in lacking.items() if not value]
