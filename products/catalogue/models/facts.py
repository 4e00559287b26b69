from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from gi_site.core.bilingual import Localised
from products.catalogue.enums import (
    Comparator,
    DatePrecision,
    LimitKind,
    Measure,
    Qualifier,
    SeasonKind,
)
from products.catalogue.seasons import window_half_months

from .products import GIProduct
from .sources import PartialDate, Sourced


class ProductFact(Sourced, Orderable):
    """A fact in a list of facts of one product."""

    class Meta(Orderable.Meta):
        abstract = True


class QualityLimit(ProductFact):
    """One row of the quality table: an indicator, its bound and unit."""

    product = ParentalKey(GIProduct, on_delete=models.CASCADE, related_name="quality_limits")
    indicator_zh = models.CharField(_("indicator (Chinese)"), max_length=80)
    indicator_en = models.CharField(_("indicator (English)"), max_length=120)
    variety_zh = models.CharField(_("variety (Chinese)"), max_length=60, blank=True)
    variety_en = models.CharField(_("variety (English)"), max_length=80, blank=True)
    comparator = models.CharField(_("comparison"), max_length=6, choices=Comparator)
    value = models.DecimalField(_("value"), max_digits=12, decimal_places=4)
    value_max = models.DecimalField(
        _("upper value"),
        max_digits=12,
        decimal_places=4,
        null=True,
        blank=True,
        help_text=_("Only for “from … to …”."),
    )
    unit = models.CharField(_("unit"), max_length=20)
    kind = models.CharField(_("kind"), max_length=10, choices=LimitKind)
    note_zh = models.CharField(_("note (Chinese)"), max_length=300, blank=True)
    note_en = models.CharField(_("note (English)"), max_length=300, blank=True)

    indicator = Localised()
    variety = Localised()
    note = Localised()

    class Meta(ProductFact.Meta):
        verbose_name = _("quality value")
        verbose_name_plural = _("quality values")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    comparator="range", value_max__isnull=False, value_max__gt=models.F("value")
                )
                | (~models.Q(comparator="range") & models.Q(value_max__isnull=True)),
                name="quality_range_has_upper_value",
                violation_error_message=_(
                    "“From … to …” needs an upper value above the value; other comparisons have"
                    " none."
                ),
            )
        ]

    @property
    def is_quoted(self) -> bool:
        """Whether a demand of the rules is known only from those who quote them."""
        return self.kind == LimitKind.LIMIT and not any(each.is_official for each in self.sources)

    @property
    def footing_words(self) -> str:
        """Where the value comes from, in the reader's language."""
        if self.is_quoted:
            return gettext("Required, as quoted elsewhere")
        return str(self.get_kind_display())

    def __str__(self):
        return f"{self.indicator} {self.get_comparator_display()} {self.value:f} {self.unit}"


class SeasonWindow(ProductFact):
    """A span of half-months in which the product is to be had."""

    product = ParentalKey(GIProduct, on_delete=models.CASCADE, related_name="seasons")
    kind = models.CharField(_("kind"), max_length=10, choices=SeasonKind)
    start = models.PositiveSmallIntegerField(
        _("first half-month"),
        validators=[MinValueValidator(1), MaxValueValidator(24)],
        help_text=_("1 is early January, 2 late January, … 24 late December."),
    )
    end = models.PositiveSmallIntegerField(
        _("last half-month"), validators=[MinValueValidator(1), MaxValueValidator(24)]
    )
    label_zh = models.CharField(_("label (Chinese)"), max_length=60, blank=True)
    label_en = models.CharField(_("label (English)"), max_length=80, blank=True)

    label = Localised()

    class Meta(ProductFact.Meta):
        verbose_name = _("season")
        verbose_name_plural = _("seasons")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(start__range=(1, 24), end__range=(1, 24)),
                name="season_half_months_1_to_24",
                violation_error_message=_("Half-months run from 1 to 24."),
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.start}–{self.end}"

    @property
    def half_months(self) -> list[int]:
        """Every half-month of the window."""
        return window_half_months(self.start, self.end)


class Figure(ProductFact):
    """A dated, defined number; figures of different definitions or years are never added."""

    product = ParentalKey(GIProduct, on_delete=models.CASCADE, related_name="figures")
    measure = models.CharField(_("measure"), max_length=20, choices=Measure)
    definition_zh = models.CharField(_("definition (Chinese)"), max_length=200)
    definition_en = models.CharField(_("definition (English)"), max_length=200)
    qualifier = models.CharField(
        _("qualifier"), max_length=10, choices=Qualifier, default=Qualifier.EXACT
    )
    value = models.DecimalField(_("value"), max_digits=18, decimal_places=4)
    value_max = models.DecimalField(
        _("upper value"), max_digits=18, decimal_places=4, null=True, blank=True
    )
    unit_zh = models.CharField(_("unit (Chinese)"), max_length=40)
    unit_en = models.CharField(_("unit (English)"), max_length=60)
    period = models.DateField(
        _("period"), null=True, blank=True, help_text=_("The year or day the number is for.")
    )
    period_precision = models.CharField(
        _("precision of the period"),
        max_length=5,
        choices=DatePrecision,
        default=DatePrecision.YEAR,
    )
    scope_zh = models.CharField(_("area covered (Chinese)"), max_length=120, blank=True)
    scope_en = models.CharField(_("area covered (English)"), max_length=160, blank=True)

    definition = Localised()
    unit = Localised()
    scope = Localised()
    period_stated = PartialDate()

    class Meta(ProductFact.Meta):
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(value_max__isnull=True)
                | models.Q(value_max__gt=models.F("value")),
                name="figure_upper_value_above_value",
                violation_error_message=_("The upper value must be above the value."),
            )
        ]

    def __str__(self):
        return f"{self.definition}: {self.value:f} {self.unit}"


class Recognition(ProductFact):
    """A title or listing other than a protection."""

    product = ParentalKey(GIProduct, on_delete=models.CASCADE, related_name="recognitions")
    title_zh = models.CharField(_("title (Chinese)"), max_length=200)
    title_en = models.CharField(_("title (English)"), max_length=240)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    conferred_by_zh = models.CharField(_("conferred by (Chinese)"), max_length=160, blank=True)
    conferred_by_en = models.CharField(_("conferred by (English)"), max_length=200, blank=True)

    title = Localised()
    conferred_by = Localised()

    class Meta(ProductFact.Meta):
        verbose_name = _("recognition")
        verbose_name_plural = _("recognitions")

    def __str__(self):
        return self.title
