from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from gi_site.core.bilingual import Localised
from home.programme.enums import Computation, ValueKind
from products.catalogue.enums import DatePrecision, Qualifier
from products.catalogue.models.sources import PartialDate, Sourced

from .records import FromContent


class Indicator(FromContent, ClusterableModel):
    """Record: one thing the programme measures, with its definition.

    Either the site counts it (`computation`) or it has dated values, each with its source.
    """

    key = models.SlugField(
        _("key"),
        max_length=60,
        unique=True,
        help_text=_("Short ASCII name; part of the open data, never changed."),
    )
    name_zh = models.CharField(_("name (Chinese)"), max_length=80)
    name_en = models.CharField(_("name (English)"), max_length=120)
    definition_zh = models.CharField(
        _("definition (Chinese)"),
        max_length=300,
        help_text=_("What exactly is counted, where, and what is left out."),
    )
    definition_en = models.CharField(_("definition (English)"), max_length=400)
    unit_zh = models.CharField(_("unit (Chinese)"), max_length=40)
    unit_en = models.CharField(_("unit (English)"), max_length=60)
    computation = models.CharField(
        _("counted by the site"),
        max_length=20,
        choices=Computation,
        blank=True,
        help_text=_("Leave empty for an indicator whose values are recorded below."),
    )
    is_headline = models.BooleanField(
        _("on the first page"), default=False, help_text=_("Shown where the programme begins.")
    )
    note_zh = models.TextField(
        _("note (Chinese)"), blank=True, help_text=_("What a reader must know, also if unknown.")
    )
    note_en = models.TextField(_("note (English)"), blank=True)
    sort_order = models.PositiveSmallIntegerField(_("order"), default=100)

    name = Localised()
    definition = Localised()
    unit = Localised()
    note = Localised()

    class Meta:
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")
        ordering = ["sort_order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["computation"],
                condition=~models.Q(computation=""),
                name="indicator_computation_once",
                violation_error_message=_("Another indicator is already counted in this way."),
            )
        ]

    def __str__(self):
        return self.name

    @property
    def is_computed(self) -> bool:
        """Whether the site counts it."""
        return bool(self.computation)

    def clean(self):
        super().clean()
        if self.computation and self.values.all():
            raise ValidationError(
                {"computation": _("What the site counts has no recorded values; remove them.")}
            )


class IndicatorValue(Sourced, Orderable):
    """One value of an indicator as one source states it, for one period."""

    indicator = ParentalKey(Indicator, on_delete=models.CASCADE, related_name="values")
    kind = models.CharField(_("kind"), max_length=10, choices=ValueKind, default=ValueKind.ACTUAL)
    qualifier = models.CharField(
        _("qualifier"), max_length=10, choices=Qualifier, default=Qualifier.EXACT
    )
    value = models.DecimalField(
        _("value"), max_digits=18, decimal_places=4, validators=[MinValueValidator(0)]
    )
    value_max = models.DecimalField(
        _("upper value"), max_digits=18, decimal_places=4, null=True, blank=True
    )
    period = models.DateField(_("period"), help_text=_("The year or day the number is for."))
    period_precision = models.CharField(
        _("precision of the period"),
        max_length=5,
        choices=DatePrecision,
        default=DatePrecision.YEAR,
    )
    note_zh = models.CharField(_("note (Chinese)"), max_length=200, blank=True)
    note_en = models.CharField(_("note (English)"), max_length=300, blank=True)

    note = Localised()
    period_stated = PartialDate()

    class Meta(Orderable.Meta):
        verbose_name = _("value")
        verbose_name_plural = _("values")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(value_max__isnull=True)
                | models.Q(value_max__gt=models.F("value")),
                name="indicator_upper_value_above_value",
                violation_error_message=_("The upper value must be above the value."),
            ),
            models.UniqueConstraint(
                fields=["indicator", "kind", "period", "source"],
                name="indicator_value_once_per_source",
                violation_error_message=_(
                    "This source already states a value of this kind for this period."
                ),
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.period.year}: {self.value:f}"
