from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from gi_site.core.bilingual import Localised
from products.producers.enums import SOURCED_FOOTINGS, Footing


class Claimed(models.Model):
    """A statement about a producer with its footing: on what it rests, since when."""

    footing = models.CharField(_("footing"), max_length=10, choices=Footing, default=Footing.STATED)
    footing_source = models.ForeignKey(
        "catalogue.Source",
        verbose_name=_("source"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("The notice or report; only for “from a notice” and “reported”."),
    )
    footing_on = models.DateField(
        _("checked or stated on"), null=True, blank=True, help_text=_("Needed for “checked”.")
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=~Q(footing__in=SOURCED_FOOTINGS) | Q(footing_source__isnull=False),
                name="%(class)s_footing_has_source",
                violation_error_message=_("Name the notice or report on which this rests."),
            ),
            models.CheckConstraint(
                condition=~Q(footing=Footing.CHECKED) | Q(footing_on__isnull=False),
                name="%(class)s_footing_has_date",
                violation_error_message=_("Give the day on which staff checked this."),
            ),
        ]


class ProducerClaim(Claimed, Orderable):
    """One statement about a producer: what it does, its scale, its brand, its awards."""

    producer = ParentalKey("producers.Producer", on_delete=models.CASCADE, related_name="claims")
    text_zh = models.CharField(_("statement (Chinese)"), max_length=300)
    text_en = models.CharField(_("statement (English)"), max_length=400)

    text = Localised()

    class Meta(Claimed.Meta, Orderable.Meta):
        abstract = False
        verbose_name = _("statement")
        verbose_name_plural = _("statements")

    def __str__(self):
        return self.text
