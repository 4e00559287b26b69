from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gi_site.core.fields import ChoicesField
from gi_site.core.validators import validate_http_url
from gi_site.intake.codes import new_reference
from gi_site.intake.contact import ContactChannel
from gi_site.intake.records import Received
from home.protect.enums import Outcome, PlaceKind, Sign, Status
from home.protect.querysets import ReportQuerySet


def report_reference() -> str:
    """Such as HZ-R-7K3M-9A4C."""
    return new_reference("HZ-R-")


class Report(Received):
    """Record: what somebody has told the office about a suspicious product, and what came of it.

    Its status follows from its dates. On `delete_after` all words, photographs and the contact
    are erased and `purged_at` set; what remains is a row for the yearly counts.
    """

    reference = models.CharField(
        _("reference"), max_length=16, unique=True, default=report_reference, editable=False
    )
    language = models.CharField(_("language of the reporter"), max_length=10)

    product = models.ForeignKey(
        "catalogue.GIProduct",
        verbose_name=_("GI product"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="reports",
    )
    product_text = models.CharField(
        _("name on the goods"),
        max_length=120,
        blank=True,
        help_text=_("For a product that is not on the list."),
    )
    place_kind = models.CharField(_("kind of place"), max_length=12, choices=PlaceKind)
    place = models.CharField(_("where exactly"), max_length=200, blank=True)
    district = models.ForeignKey(
        "catalogue.District",
        verbose_name=_("district"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    seen_on = models.DateField(_("seen on"), null=True, blank=True)
    link = models.URLField(_("link"), max_length=500, blank=True, validators=[validate_http_url])
    signs = ChoicesField(_("what looks suspicious"), choices=Sign)
    message = models.TextField(_("in your own words"), max_length=3000, blank=True)

    reporter_name = models.CharField(_("name"), max_length=80, blank=True)
    contact_channel = models.CharField(
        _("way of contact"),
        max_length=8,
        choices=ContactChannel,
        blank=True,
        help_text=_("Empty: the report is anonymous."),
    )

    assigned_to = models.ForeignKey(
        "accounts.User",
        verbose_name=_("assigned to"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="reports",
    )
    looked_at = models.DateTimeField(_("looked at on"), null=True, blank=True)
    passed_on_at = models.DateTimeField(_("passed on at"), null=True, blank=True)
    authority = models.CharField(
        _("authority"), max_length=120, blank=True, help_text=_("To which it was passed on.")
    )
    authority_reference = models.CharField(
        _("reference of the authority"), max_length=80, blank=True
    )
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=14, choices=Outcome, blank=True)
    delete_after = models.DateField(
        _("delete after"),
        null=True,
        blank=True,
        help_text=_("Set on closing; on this day words, photographs and contact are erased."),
    )

    objects = ReportQuerySet.as_manager()

    class Meta(Received.Meta):
        verbose_name = _("report of misuse")
        verbose_name_plural = _("reports of misuse")
        permissions = [
            ("view_personal_data", _("Can see who has reported and what was written")),
            ("export_reports", _("Can export reports of misuse")),
        ]
        indexes = [models.Index(fields=["closed_at", "received_at"], name="report_open")]
        constraints = [
            models.CheckConstraint(
                condition=Q(product__isnull=False)
                | ~Q(product_text="")
                | Q(purged_at__isnull=False),
                name="report_names_its_product",
                violation_error_message=_("Choose the product, or write its name."),
            ),
            models.CheckConstraint(
                condition=Q(contact="", reporter_name="") | Q(consented_at__isnull=False),
                name="report_contact_has_consent",
                violation_error_message=_("Name and contact are kept with consent only."),
            ),
            models.CheckConstraint(
                condition=Q(passed_on_at__isnull=True) | ~Q(authority=""),
                name="report_passed_on_names_the_authority",
                violation_error_message=_("Say to which authority it was passed on."),
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, outcome="")
                | (Q(closed_at__isnull=False, delete_after__isnull=False) & ~Q(outcome="")),
                name="report_closed_has_outcome_and_deletion_day",
                violation_error_message=_("A closed report has an outcome and a day of deletion."),
            ),
        ]

    @property
    def status(self) -> Status:
        """How far it has come."""
        if self.withdrawn_at:
            return Status.WITHDRAWN
        if self.closed_at:
            return Status.CLOSED
        if self.passed_on_at:
            return Status.PASSED_ON
        return Status.LOOKED_AT if self.looked_at else Status.RECEIVED

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something with it."""
        return not (self.withdrawn_at or self.closed_at)

    @property
    def product_name(self) -> str:
        """The product in the reader's language, or as the reporter wrote it."""
        return self.product.name if self.product else self.product_text

    @property
    def sign_labels(self) -> list[str]:
        """What looks suspicious, in words."""
        return [Sign(sign).label for sign in self.signs]
