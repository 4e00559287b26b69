import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable, RevisionMixin
from wagtail.search import index

from gi_site.core.bilingual import Localised
from gi_site.search.fields import TokenIndexed, token_search_fields
from products.catalogue.enums import DatePrecision, EndReason, ProtectionStatus, Scheme
from products.catalogue.querysets import ProtectionQuerySet

from .sources import PartialDate, Sourced


class Protection(TokenIndexed, RevisionMixin, index.Indexed, ClusterableModel, Sourced):
    """Record: one right (or application) that protects a product's name, with its history.

    Recognition happens by announcement (地理标志产品保护办法, CNIPA order no. 80), so a right
    counts as in force only with announcement number, full date and authority.
    """

    product = models.ForeignKey(
        "catalogue.GIProduct",
        verbose_name=_("product"),
        on_delete=models.CASCADE,
        related_name="protections",
    )
    scheme = models.CharField(_("scheme"), max_length=20, choices=Scheme)
    number = models.CharField(_("certificate or registration number"), max_length=60, blank=True)
    authority_zh = models.CharField(_("authority (Chinese)"), max_length=120, blank=True)
    authority_en = models.CharField(_("authority (English)"), max_length=160, blank=True)
    announcement_number = models.CharField(
        _("announcement number"),
        max_length=80,
        blank=True,
        help_text=_("As printed, for example 农业农村部公告第290号."),
    )
    announced = models.DateField(_("announced on"), null=True, blank=True)
    announced_precision = models.CharField(
        _("precision of the announcement date"),
        max_length=5,
        choices=DatePrecision,
        default=DatePrecision.DAY,
        help_text=_("Only a full date brings a right into force."),
    )
    applied = models.DateField(_("applied for on"), null=True, blank=True)
    applied_precision = models.CharField(
        _("precision of the application date"),
        max_length=5,
        choices=DatePrecision,
        default=DatePrecision.DAY,
    )
    is_application_only = models.BooleanField(
        _("application only"),
        default=False,
        help_text=_("An application is reported, a recognition is not."),
    )
    holder_zh = models.CharField(_("holder (Chinese)"), max_length=200, blank=True)
    holder_en = models.CharField(_("holder (English)"), max_length=200, blank=True)
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_until = models.DateField(
        _("valid until"), null=True, blank=True, help_text=_("The last day on which it holds.")
    )
    end_reason = models.CharField(
        _("reason of the end"),
        max_length=20,
        choices=EndReason,
        blank=True,
        help_text=_("Filled in when the right has ended, even if the day is not known."),
    )
    supersedes = models.ForeignKey(
        "self",
        verbose_name=_("takes the place of"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="successors",
        help_text=_("For example the AGI that CNIPA converted into this GI product."),
    )
    note_zh = models.TextField(_("note (Chinese)"), blank=True)
    note_en = models.TextField(_("note (English)"), blank=True)

    authority = Localised()
    holder = Localised()
    note = Localised()
    announced_stated = PartialDate()
    applied_stated = PartialDate()

    objects = ProtectionQuerySet.as_manager()

    search_fields = [
        *token_search_fields(),
        index.FilterField("scheme"),
        index.FilterField("product_id"),
    ]

    class Meta:
        verbose_name = _("protection")
        verbose_name_plural = _("protections")
        ordering = ["product__number", "announced", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_until__isnull=True)
                | models.Q(valid_from__isnull=True)
                | models.Q(valid_until__gte=models.F("valid_from")),
                name="protection_ends_after_it_begins",
                violation_error_message=_("“Valid until” lies before “valid from”."),
            ),
            models.CheckConstraint(
                condition=~models.Q(is_application_only=True, announcement_number__gt=""),
                name="protection_application_has_no_announcement",
                violation_error_message=_(
                    "An application has no announcement of recognition; untick “application only”"
                    " or clear the announcement number."
                ),
            ),
            models.UniqueConstraint(
                fields=["scheme", "number"],
                condition=~models.Q(number=""),
                name="protection_number_once_per_scheme",
                violation_error_message=_("This number is already recorded for this scheme."),
            ),
        ]

    def __str__(self):
        return f"{self.product.name} · {self.get_scheme_display()}"

    def clean(self):
        super().clean()
        self._validate_days()

    def _validate_days(self):
        """Announcements lie behind us, and what is announced was applied for before."""
        if self.announced and self.announced > timezone.localdate():
            raise ValidationError({"announced": _("This day has not come yet.")})
        if self.announced and self.applied and self.applied > self.announced:
            raise ValidationError({"applied": _("It was applied for before it was announced.")})

    @property
    def is_announced(self) -> bool:
        """Whether announcement number, full date and authority are all there."""
        return bool(
            self.announcement_number
            and self.announced
            and self.announced_precision == DatePrecision.DAY
            and (self.authority_zh or self.authority_en)
        )

    @property
    def missing(self) -> list[str]:
        """What is lacking to show this right as in force, in the reader's language."""
        wanted = {
            _("announcement number"): self.announcement_number,
            _("full date of the announcement"): self.announced
            and self.announced_precision == DatePrecision.DAY,
            _("authority"): self.authority_zh or self.authority_en,
        }
        return [str(name) for name, value in wanted.items() if not value]

    @property
    def status(self) -> ProtectionStatus:
        """The status today."""
        return self.status_on(timezone.localdate())

    def status_on(self, day: datetime.date) -> ProtectionStatus:
        """The status on `day`, from announcement, dates and end alone."""
        if self.end_reason or (self.valid_until and self.valid_until < day):
            return ProtectionStatus.ENDED
        if self.is_application_only:
            return ProtectionStatus.APPLIED
        if not self.is_announced:
            return ProtectionStatus.UNVERIFIED
        if day < max(self.announced, self.valid_from or self.announced):
            return ProtectionStatus.APPLIED
        if any(successor.status_on(day) == ProtectionStatus.IN_FORCE for successor in self.heirs):
            return ProtectionStatus.SUPERSEDED
        return ProtectionStatus.IN_FORCE

    @property
    def heirs(self) -> list["Protection"]:
        """Rights that take the place of this one."""
        return list(self.successors.all()) if self.pk else []

    def search_titles(self):
        """Found by product, numbers and holder."""
        return [
            self.product.name_zh,
            self.product.name_en,
            self.number,
            self.announcement_number,
            self.holder_zh,
            self.holder_en,
        ]


class ProtectionStandard(Sourced, Orderable):
    """A standard or technical specification named with a protection."""

    protection = ParentalKey(Protection, on_delete=models.CASCADE, related_name="standards")
    number = models.CharField(_("number"), max_length=60)
    title_zh = models.CharField(_("title (Chinese)"), max_length=200, blank=True)
    title_en = models.CharField(_("title (English)"), max_length=200, blank=True)

    title = Localised()

    class Meta(Orderable.Meta):
        verbose_name = _("standard")
        verbose_name_plural = _("standards")

    def __str__(self):
        return self.number


class Specification(ClusterableModel, Sourced):
    """Record: one version of the rules for a product; versions are compared by section."""

    protection = models.ForeignKey(
        Protection,
        verbose_name=_("protection"),
        on_delete=models.CASCADE,
        related_name="specifications",
    )
    version = models.CharField(_("version"), max_length=40)
    in_force_from = models.DateField(_("in force from"), null=True, blank=True)
    in_force_until = models.DateField(_("in force until"), null=True, blank=True)
    file = models.ForeignKey(
        "core.SiteDocument",
        verbose_name=_("file"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("specification")
        verbose_name_plural = _("specifications")
        ordering = ["protection", "in_force_from", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["protection", "version"],
                name="specification_version_once",
                violation_error_message=_("This version is already recorded."),
            ),
            models.CheckConstraint(
                condition=models.Q(in_force_until__isnull=True)
                | models.Q(in_force_from__isnull=True)
                | models.Q(in_force_until__gte=models.F("in_force_from")),
                name="specification_ends_after_it_begins",
                violation_error_message=_("“In force until” lies before “in force from”."),
            ),
        ]

    def __str__(self):
        return f"{self.protection} {self.version}"

    def clean(self):
        super().clean()
        self._validate_only_version_in_force()

    def _validate_only_version_in_force(self):
        """One right has one version at a time; a version without first day says nothing yet."""
        if not (self.protection_id and self.in_force_from):
            return
        others = Specification.objects.filter(
            models.Q(in_force_until__isnull=True)
            | models.Q(in_force_until__gte=self.in_force_from),
            protection=self.protection_id,
            in_force_from__isnull=False,
        ).exclude(pk=self.pk)
        if self.in_force_until:
            others = others.filter(in_force_from__lte=self.in_force_until)
        if other := others.first():
            message = _(
                "Version %(version)s holds on some of these days: state there until when it is in"
                " force, or other days here."
            )
            raise ValidationError(
                {"in_force_from": ValidationError(message, params={"version": other.version})}
            )


class SpecificationSection(Orderable):
    """One section of a specification, as printed."""

    specification = ParentalKey(Specification, on_delete=models.CASCADE, related_name="sections")
    heading = models.CharField(_("heading"), max_length=200)
    text = models.TextField(_("text"))

    class Meta(Orderable.Meta):
        verbose_name = _("section")
        verbose_name_plural = _("sections")
