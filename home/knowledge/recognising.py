"""How to recognise the genuine product: only what its record and its page support."""

from dataclasses import dataclass

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from gi_site.core.templatetags.formats import announcement_words
from home.knowledge.products import product_and_page, trail_below
from products.catalogue.blocks import SectionKind
from products.catalogue.dossier import Facts, Noted, TimelineItem
from products.catalogue.enums import LimitKind, ProtectionStatus, Scheme
from products.catalogue.models import GIProduct

TRADE_MARKS = (Scheme.CERTIFICATION_MARK, Scheme.COLLECTIVE_MARK)
# The rights on which the use of the special mark rests (CNIPA announcement no. 354 of 2020).
WITH_MARK = (*TRADE_MARKS, Scheme.GI_PRODUCT)
# Rights on which a pack may still rest; what has ended or is only applied for gives no mark.
STANDING = (ProtectionStatus.IN_FORCE, ProtectionStatus.UNVERIFIED)


@dataclass(frozen=True)
class Mention:
    """Something that must stand beside the mark; without a value it is not known for certain."""

    label: str
    value: str = ""


@dataclass(frozen=True)
class PackSign:
    """What must stand beside the mark if the use rests on this right."""

    item: TimelineItem
    mentions: list[Mention]

    @property
    def right(self):
        """The protection itself."""
        return self.item.protection


class Guide(Facts):
    """What is known of `product` by which to recognise it; `page` is its page, if it has one."""

    def __init__(self, product: GIProduct, page=None):
        super().__init__(product)
        # The order of these lines is the order of the notes on the page.
        self.protections = self.timeline()
        self.area_notes = self.notes.numbers([product.area_source])
        kinds = [SectionKind.QUALITY]
        self.sections = self.prose(page, kinds) if page else {}
        self.quality = self.noted(product.quality_limits.all())
        self.seasons = self.noted(product.seasons.all())
        self.districts = list(product.districts.all())

    @cached_property
    def signs(self) -> list[PackSign]:
        """By right, what must stand beside the mark."""
        return [
            PackSign(item, self._mentions(item))
            for item in self.protections
            if item.status in STANDING and item.protection.scheme in WITH_MARK
        ]

    @cached_property
    def agricultural(self) -> list[TimelineItem]:
        """Registrations of the agricultural scheme, which is being converted since 2025."""
        return [
            item
            for item in self.protections
            if item.protection.scheme == Scheme.AGI and item.status in STANDING
        ]

    def _mentions(self, item: TimelineItem) -> list[Mention]:
        right, name = item.protection, self.product.name_zh
        code = Mention(_("Unified social credit code of the user"))
        if right.scheme in TRADE_MARKS:
            return [
                code,
                Mention(_("The trade mark"), name),
                Mention(_("Its registration number"), right.number),
            ]
        announcement = announcement_words(right.announcement_number)
        numbers = [*(row.fact.number for row in item.standards), announcement]
        return [
            code,
            Mention(_("Name of the GI product"), name),
            Mention(
                _("Code of the standard, or number of the announcement"),
                _(" or ").join(filter(None, numbers)),
            ),
        ]

    @property
    def required(self) -> list[Noted]:
        """Values that the rules of the product demand."""
        return [row for row in self.quality if row.fact.kind == LimitKind.LIMIT]

    @property
    def measured(self) -> list[Noted]:
        """Values that somebody has measured or described."""
        return [row for row in self.quality if row.fact.kind == LimitKind.MEASURED]

    @property
    def varieties(self) -> list[str]:
        """The varieties for which there are values, each once."""
        return list(dict.fromkeys(row.fact.variety for row in self.quality if row.fact.variety))

    @property
    def unknown(self) -> list[str]:
        """What would help to recognise the product and has not been found."""
        lacking = {
            _("how it looks, smells and tastes"): self.sections.get(str(SectionKind.QUALITY)),
            _("values that its rules demand"): self.required,
            _("the protected area"): self.product.area,
            _("when it is fresh or being made"): self.seasons,
            _("an announced protection"): any(
                item.status == ProtectionStatus.IN_FORCE for item in self.protections
            ),
        }
        return [str(name) for name, value in lacking.items() if not value]


def list_context(page) -> dict:
    """The city's products; candidates have no mark yet by which to know them."""
    return {"products": list(GIProduct.objects.listed().for_listing(page.locale))}


def product_context(request, page, slug: str) -> dict:
    """The guide to one product. Raises `Http404` if it is none of the city's."""
    product, product_page = product_and_page(GIProduct.objects.listed(), slug, page.locale)
    return {
        "guide": Guide(product, product_page),
        "product": product,
        "product_page": product_page,
        "trail_items": trail_below(request, page),
    }
