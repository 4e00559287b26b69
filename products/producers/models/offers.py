from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from gi_site.core.bilingual import Localised
from products.producers.enums import CertificateKind, ContactKind, Storage, Unit, Visibility
from products.producers.querysets import ContactQuerySet

from .claims import Claimed


class Contact(Orderable):
    """A way to reach a producer, with who may see it; kept to staff until decided otherwise."""

    producer = ParentalKey("producers.Producer", on_delete=models.CASCADE, related_name="contacts")
    kind = models.CharField(_("kind"), max_length=10, choices=ContactKind)
    value = models.CharField(_("number or address"), max_length=200)
    label_zh = models.CharField(
        _("office or person (Chinese)"),
        max_length=80,
        blank=True,
        help_text=_("For example 销售部. A person's name only with that person's consent."),
    )
    label_en = models.CharField(_("office or person (English)"), max_length=80, blank=True)
    visibility = models.CharField(
        _("who sees it"), max_length=10, choices=Visibility, default=Visibility.STAFF
    )

    label = Localised()

    objects = ContactQuerySet.as_manager()

    class Meta(Orderable.Meta):
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")

    def __str__(self):
        return f"{self.get_kind_display()} {self.value}"

    @property
    def url(self) -> str:
        """What a link to it leads to; "" where there is none."""
        if self.kind == ContactKind.WEBSITE:
            return self.value if self.value.startswith(("https://", "http://")) else ""
        schemes = {ContactKind.PHONE: "tel", ContactKind.EMAIL: "mailto"}
        return f"{schemes[self.kind]}:{self.value}" if self.kind in schemes else ""


class Certificate(Claimed, Orderable):
    """A certificate of a producer other than the geographical indication."""

    producer = ParentalKey(
        "producers.Producer", on_delete=models.CASCADE, related_name="certificates"
    )
    kind = models.CharField(_("kind"), max_length=15, choices=CertificateKind)
    number = models.CharField(_("number"), max_length=80, blank=True)
    issuer_zh = models.CharField(_("issued by (Chinese)"), max_length=120, blank=True)
    issuer_en = models.CharField(_("issued by (English)"), max_length=160, blank=True)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_until = models.DateField(
        _("valid until"), null=True, blank=True, help_text=_("The last day on which it holds.")
    )
    file = models.ForeignKey(
        "core.SiteDocument",
        verbose_name=_("copy of the certificate"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    issuer = Localised()

    class Meta(Claimed.Meta, Orderable.Meta):
        abstract = False
        verbose_name = _("certificate")
        verbose_name_plural = _("certificates")
        constraints = [
            *Claimed.Meta.constraints,
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True)
                | Q(valid_from__isnull=True)
                | Q(valid_until__gte=models.F("valid_from")),
                name="certificate_ends_after_it_begins",
                violation_error_message=_("“Valid until” lies before “valid from”."),
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.number}".strip()

    @property
    def has_ended(self) -> bool:
        """Whether its last day has passed."""
        return bool(self.valid_until and self.valid_until < timezone.localdate())


def _month(label):
    return models.PositiveSmallIntegerField(
        label,
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(12)],
    )


class Offer(Claimed, Orderable):
    """What a producer sells: one product in one form and pack."""

    producer = ParentalKey("producers.Producer", on_delete=models.CASCADE, related_name="offers")
    product = models.ForeignKey(
        "catalogue.GIProduct",
        verbose_name=_("GI product"),
        on_delete=models.PROTECT,
        related_name="offers",
    )
    form_zh = models.CharField(
        _("form (Chinese)"), max_length=80, help_text=_("For example 鲜果, 荔枝干.")
    )
    form_en = models.CharField(
        _("form (English)"), max_length=120, help_text=_("For example fresh, dried.")
    )
    pack_zh = models.CharField(_("pack size (Chinese)"), max_length=80, blank=True)
    pack_en = models.CharField(_("pack size (English)"), max_length=120, blank=True)
    unit = models.CharField(_("unit"), max_length=6, choices=Unit, default=Unit.KILOGRAM)
    minimum_order = models.DecimalField(
        _("minimum order"), max_digits=10, decimal_places=2, null=True, blank=True
    )
    monthly_capacity = models.DecimalField(
        _("capacity per month in season"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    from_month = _month(_("available from (month)"))
    until_month = _month(_("available until (month)"))
    storage = models.CharField(_("storage"), max_length=10, choices=Storage, blank=True)
    shelf_life_days = models.PositiveIntegerField(_("shelf life (days)"), null=True, blank=True)

    form = Localised()
    pack = Localised()

    class Meta(Claimed.Meta, Orderable.Meta):
        abstract = False
        verbose_name = _("offer")
        verbose_name_plural = _("offers")
        constraints = [
            *Claimed.Meta.constraints,
            models.CheckConstraint(
                condition=Q(from_month__isnull=True, until_month__isnull=True)
                | Q(from_month__isnull=False, until_month__isnull=False),
                name="offer_months_complete",
                violation_error_message=_("Give both months, or none for the whole year."),
            ),
        ]

    def __str__(self):
        return f"{self.product} · {self.form}"

    @property
    def months(self) -> str:
        """The months in which it is to be had, in words; "" for the whole year."""
        if not self.from_month:
            return ""
        first, last = MONTHS[self.from_month], MONTHS[self.until_month]
        return str(first) if first == last else f"{first} – {last}"
