from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable, RevisionMixin
from wagtail.search import index

from gi_site.core.bilingual import Localised
from gi_site.search.fields import TokenIndexed, token_search_fields
from products.catalogue.enums import NameKind, ProductState, ProtectionStatus
from products.catalogue.querysets import GIProductQuerySet
from products.catalogue.seasons import Season

from .places import Category, District
from .sources import Source, Sourced


def _degrees(label, low, high):
    return models.DecimalField(
        label,
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(low), MaxValueValidator(high)],
    )


class GIProduct(TokenIndexed, RevisionMixin, index.Indexed, ClusterableModel):
    """Record: a geographical-indication product, stated once for both languages."""

    slug = models.SlugField(
        _("public id"),
        max_length=80,
        unique=True,
        help_text=_("Part of the address and of the open data; never changed."),
    )
    number = models.PositiveSmallIntegerField(
        _("number"), unique=True, help_text=_("Place in the city's list; candidates from 51.")
    )
    state = models.CharField(
        _("state"), max_length=10, choices=ProductState, default=ProductState.LISTED
    )
    name_zh = models.CharField(_("name (Chinese)"), max_length=60, unique=True)
    name_en = models.CharField(_("name (English)"), max_length=120)
    pinyin = models.CharField(_("pinyin"), max_length=120)
    category = models.ForeignKey(
        Category,
        verbose_name=_("class"),
        on_delete=models.PROTECT,
        related_name="products",
    )
    districts = ParentalManyToManyField(
        District, verbose_name=_("districts"), related_name="products"
    )
    area_zh = models.TextField(
        _("area (Chinese)"),
        blank=True,
        help_text=_("The protected area as printed in the announcement, else the stated places."),
    )
    area_en = models.TextField(_("area (English)"), blank=True)
    is_official_area = models.BooleanField(
        _("official area text"), default=False, help_text=_("The text is that of the right itself.")
    )
    area_source = models.ForeignKey(
        Source,
        verbose_name=_("source of the area"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    west = _degrees(_("west (°E)"), 113, 116)
    east = _degrees(_("east (°E)"), 113, 116)
    south = _degrees(_("south (°N)"), 22, 25)
    north = _degrees(_("north (°N)"), 22, 25)
    area_drawing = models.ForeignKey(
        "core.SiteDocument",
        verbose_name=_("drawing of the area"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    hs_code = models.CharField(
        _("HS code"), max_length=12, blank=True, help_text=_("Customs code of its main form.")
    )
    image = models.ForeignKey(
        "core.SiteImage",
        verbose_name=_("illustration"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    last_checked_on = models.DateField(_("facts last checked on"), null=True, blank=True)
    last_checked_by = models.ForeignKey(
        "accounts.User",
        verbose_name=_("checked by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    content_checksum = models.CharField(max_length=64, blank=True, editable=False)

    name = Localised()
    area = Localised()

    objects = GIProductQuerySet.as_manager()

    search_fields = [*token_search_fields(body=True), index.FilterField("state")]

    class Meta:
        verbose_name = _("GI product")
        verbose_name_plural = _("GI products")
        ordering = ["number", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    west__isnull=True, east__isnull=True, south__isnull=True, north__isnull=True
                )
                | models.Q(
                    # An empty edge would make the comparison unknown, which SQL lets pass.
                    west__isnull=False,
                    east__isnull=False,
                    south__isnull=False,
                    north__isnull=False,
                    west__lt=models.F("east"),
                    south__lt=models.F("north"),
                ),
                name="product_box_complete",
                violation_error_message=_(
                    "Give all four edges of the coordinate box, west below east and south below"
                    " north, or none."
                ),
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def is_candidate(self) -> bool:
        """Whether it is not yet one of the city's GI products."""
        return self.state == ProductState.CANDIDATE

    @property
    def season(self) -> Season:
        """The half-months in which the product is to be had."""
        return Season(list(self.seasons.all()))

    @property
    def is_protected(self) -> bool:
        """Whether at least one protection is in force today; lists bring the answer along."""
        known = getattr(self, "is_protected_today", None)
        if known is not None:
            return known
        return any(
            protection.status == ProtectionStatus.IN_FORCE for protection in self.protections.all()
        )

    @property
    def has_official_area(self) -> bool:
        """Whether the authority itself states the area, not somebody who quotes it."""
        source = self.area_source
        return bool(self.is_official_area and source and source.is_official)

    @property
    def area_heading(self) -> str:
        """What the text of the area may be called, in the reader's language."""
        if self.has_official_area:
            return gettext("Protected area, as officially stated")
        if self.is_official_area:
            return gettext("Protected area, as quoted elsewhere; original not seen")
        return gettext("Area, as reported")

    @property
    def shown_names(self) -> list["ProductName"]:
        """Other names to print; misspelt forms only serve the search."""
        return [name for name in self.other_names.all() if name.kind != NameKind.MISSPELT]

    def search_titles(self):
        """Found by every name, class and district in both languages."""
        names = [self.name_zh, self.name_en, self.pinyin]
        names += [name.name for name in self.other_names.all()]
        terms = [self.category, *self.districts.all()]
        return names + [text for term in terms for text in (term.name_zh, term.name_en)]

    def search_bodies(self):
        """Found by its area and by what its public pages say."""
        texts = [text for page in self.pages.live() for text in page.search_bodies()]
        return [self.area_zh, self.area_en, *texts]


class ProductName(Sourced, Orderable):
    """Another name of a product."""

    product = ParentalKey(GIProduct, on_delete=models.CASCADE, related_name="other_names")
    name = models.CharField(_("name"), max_length=80)
    kind = models.CharField(_("kind"), max_length=10, choices=NameKind, default=NameKind.OTHER)
    note_zh = models.CharField(_("note (Chinese)"), max_length=200, blank=True)
    note_en = models.CharField(_("note (English)"), max_length=200, blank=True)

    note = Localised()

    class Meta(Orderable.Meta):
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        constraints = [
            models.UniqueConstraint(
                fields=["product", "name"],
                name="product_name_once",
                violation_error_message=_("This name is already in the list."),
            )
        ]

    def __str__(self):
        return self.name
