from decimal import Decimal

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField

from gi_site.core.fields import ChoicesField
from gi_site.intake.codes import new_reference
from gi_site.intake.records import Received
from products.inquiries.enums import (
    Currency,
    Frequency,
    Outcome,
    Purpose,
    Route,
    Status,
    TradeTerm,
    ValueBand,
)
from products.inquiries.querysets import InquiryQuerySet
from products.producers.enums import CertificateKind, Unit


class Inquiry(Received):
    """Record: what a buyer asks for, from whom, and how it went.

    Its status follows from its dates and those of its recipients: `status` here (with
    `recipients` loaded), `with_status()` for lists. On `delete_after` everything personal is
    erased and `purged_at` set; what remains is a row for statistics.
    """

    reference = models.CharField(
        _("reference"), max_length=16, unique=True, default=new_reference, editable=False
    )
    language = models.CharField(_("language of the buyer"), max_length=10)

    route = models.CharField(_("recipients"), max_length=10, choices=Route, default=Route.SUGGEST)
    window_from = models.DateField(_("delivery from"), null=True, blank=True)
    window_until = models.DateField(_("delivery until"), null=True, blank=True)
    destination_country = CountryField(_("country of destination"), blank=True)
    destination_place = models.CharField(_("place of destination"), max_length=120, blank=True)
    trade_term = models.CharField(_("trade term"), max_length=10, choices=TradeTerm, blank=True)
    certificates = ChoicesField(_("certificates needed"), choices=CertificateKind)
    purpose = models.CharField(_("purpose"), max_length=12, choices=Purpose, blank=True)
    frequency = models.CharField(_("how often"), max_length=8, choices=Frequency, blank=True)
    message = models.TextField(_("message"), max_length=3000, blank=True)

    buyer_name = models.CharField(_("name"), max_length=80, blank=True)
    buyer_organisation = models.CharField(_("organisation"), max_length=160, blank=True)
    buyer_country = CountryField(_("country of the buyer"), blank=True)
    # Keyed digest, so that a lost link and the limits work without reading every row.
    contact_digest = models.CharField(max_length=64, blank=True, editable=False, db_index=True)

    forward_consented_at = models.DateTimeField(
        _("consent to forward given at"),
        null=True,
        blank=True,
        help_text=_("Without it, only the programme office may answer."),
    )
    withdrawn_at = models.DateTimeField(_("consent withdrawn at"), null=True, blank=True)

    checked_at = models.DateTimeField(_("checked at"), null=True, blank=True)
    assigned_to = models.ForeignKey(
        "accounts.User",
        verbose_name=_("assigned to"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="inquiries",
    )
    spam_at = models.DateTimeField(_("marked as spam at"), null=True, blank=True)
    merged_into = models.ForeignKey(
        "self",
        verbose_name=_("merged into"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="merged",
    )
    outcome = models.CharField(_("outcome"), max_length=12, choices=Outcome, blank=True)
    value_band = models.CharField(
        _("value of the deal"), max_length=10, choices=ValueBand, blank=True
    )
    is_repeat = models.BooleanField(_("a repeated deal"), null=True, blank=True)
    farmers_reached = models.PositiveIntegerField(_("farmers reached"), null=True, blank=True)
    delete_after = models.DateField(
        _("delete after"),
        null=True,
        blank=True,
        help_text=_("Set on closing; on this day everything personal is erased."),
    )
    reminded_at = models.DateTimeField(_("reminded at"), null=True, blank=True, editable=False)
    escalated_at = models.DateTimeField(_("escalated at"), null=True, blank=True, editable=False)

    objects = InquiryQuerySet.as_manager()

    class Meta(Received.Meta):
        verbose_name = _("inquiry")
        verbose_name_plural = _("inquiries")
        permissions = [
            ("view_personal_data", _("Can see who the buyers are")),
            ("export_inquiries", _("Can export inquiries")),
            ("oversee_inquiries", _("Is told when an inquiry is overdue")),
        ]
        indexes = [models.Index(fields=["closed_at", "received_at"], name="inquiry_open")]
        constraints = [
            models.CheckConstraint(
                condition=Q(window_from__isnull=True)
                | Q(window_until__isnull=True)
                | Q(window_until__gte=F("window_from")),
                name="inquiry_window_ends_after_it_begins",
                violation_error_message=_("“Delivery until” lies before “delivery from”."),
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(delete_after__isnull=False),
                name="inquiry_closed_has_its_deletion_day",
                violation_error_message=_("A closed inquiry has a day of deletion."),
            ),
        ]

    @property
    def status(self) -> Status:
        """How far it has come."""
        if self.merged_into_id:
            return Status.MERGED
        if self.withdrawn_at:
            return Status.WITHDRAWN
        if self.spam_at:
            return Status.SPAM
        if self.closed_at:
            return Status.CLOSED
        recipients = [each for each in self.recipients.all() if not each.removed_at]
        for status, field in (
            (Status.ANSWERED, "answered_at"),
            (Status.OPENED, "opened_at"),
            (Status.SENT, "sent_at"),
        ):
            if any(getattr(each, field) for each in recipients):
                return status
        return Status.RECEIVED

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something with it."""
        return not (self.merged_into_id or self.withdrawn_at or self.spam_at or self.closed_at)


class InquiryLine(models.Model):
    """One product that is asked for. The words are the buyer's own, never translated."""

    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="lines")
    product = models.ForeignKey(
        "catalogue.GIProduct",
        verbose_name=_("GI product"),
        on_delete=models.PROTECT,
        related_name="inquiry_lines",
    )
    form = models.CharField(_("form or grade"), max_length=120, blank=True)
    quantity = models.DecimalField(
        _("quantity"),
        max_digits=12,
        decimal_places=2,
        validators=[MinValueValidator(Decimal("0.01"))],
    )
    unit = models.CharField(_("unit"), max_length=6, choices=Unit, default=Unit.KILOGRAM)
    target_price = models.DecimalField(
        _("target price per unit"),
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal("0.01"))],
    )
    currency = models.CharField(_("currency"), max_length=3, choices=Currency, default=Currency.CNY)
    packing = models.CharField(_("packing"), max_length=160, blank=True)
    wants_sample = models.BooleanField(_("a sample is wanted"), default=False)

    class Meta:
        verbose_name = _("line")
        verbose_name_plural = _("lines")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(quantity__gt=0),
                name="inquiry_line_quantity_above_zero",
                violation_error_message=_("The quantity is more than 0."),
            )
        ]

    def __str__(self):
        return f"{self.product} {self.quantity} {self.get_unit_display()}"
