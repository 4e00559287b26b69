import datetime
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import RevisionMixin

from gi_site.core.bilingual import Localised
from gi_site.search.analyser import short_tokens
from products.producers.credit_codes import normalise
from products.registry.enums import END_EVENTS, PAUSE_EVENTS, EventKind, LawfulKind, Status
from products.registry.numbers import new_public_number
from products.registry.querysets import AuthorisationEventQuerySet, AuthorisationQuerySet

from .notices import Notice


@dataclass(frozen=True)
class Standing:
    """How an authorisation stands on a day, since when, and what proves it."""

    status: Status
    since: datetime.date | None = None
    ended: EventKind | None = None
    notice: Notice | None = None
    event: "AuthorisationEvent | None" = None


class TwoPeople(models.Model):
    """What one person enters another confirms."""

    entered_by = models.ForeignKey(
        "accounts.User",
        verbose_name=_("entered by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    checked_by = models.ForeignKey(
        "accounts.User",
        verbose_name=_("confirmed by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
    )
    checked_at = models.DateTimeField(_("confirmed at"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(checked_by__isnull=True, checked_at__isnull=True)
                | Q(checked_by__isnull=False, checked_at__isnull=False, entered_by__isnull=False),
                name="%(class)s_check_complete",
                violation_error_message=_("A confirmation has a person and a time."),
            ),
            models.CheckConstraint(
                condition=Q(checked_by__isnull=True) | ~Q(checked_by=F("entered_by")),
                name="%(class)s_checked_by_another",
                violation_error_message=_(
                    "Another person than the one who entered this confirms it."
                ),
            ),
        ]


class Authorisation(TwoPeople, RevisionMixin, ClusterableModel):
    """Record: one firm may (or might, or did) use the mark for one product under one right.

    Its status follows from its dates, its notice and its events alone: `status_on(day)` here,
    `with_status(day)` for lists. Without a notice but with a source it is a reported fact.
    """

    public_number = models.CharField(
        _("public number"), max_length=20, unique=True, default=new_public_number, editable=False
    )
    producer = models.ForeignKey(
        "producers.Producer",
        verbose_name=_("producer"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="authorisations",
    )
    product = models.ForeignKey(
        "catalogue.GIProduct",
        verbose_name=_("GI product"),
        on_delete=models.PROTECT,
        related_name="authorisations",
        # Two indexes below begin with it; one more is what SQLite would rather take, and sort.
        db_index=False,
    )
    protection = models.ForeignKey(
        "catalogue.Protection",
        verbose_name=_("base right"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="authorisations",
    )
    name_as_printed = models.CharField(_("name as printed"), max_length=200)
    address_as_printed = models.CharField(_("address as printed"), max_length=300, blank=True)
    credit_code_as_printed = models.CharField(
        _("credit code as printed"), max_length=40, blank=True
    )
    district = models.ForeignKey(
        "catalogue.District",
        verbose_name=_("district"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="authorisations",
        db_index=False,  # as for the product
    )
    lawful_kind = models.CharField(
        _("kind of lawful user"), max_length=20, choices=LawfulKind, blank=True
    )
    applied_on = models.DateField(_("applied on"), null=True, blank=True)
    valid_from = models.DateField(
        _("valid from"),
        null=True,
        blank=True,
        help_text=_("Only if it is another day than that of the notice."),
    )
    valid_until = models.DateField(
        _("valid until"), null=True, blank=True, help_text=_("The last day on which it holds.")
    )
    notice = models.ForeignKey(
        Notice,
        verbose_name=_("announced by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="authorisations",
    )
    source = models.ForeignKey(
        "catalogue.Source",
        verbose_name=_("source"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("The report that names the firm, as long as no notice is known."),
    )
    successor_of = models.ForeignKey(
        "self",
        verbose_name=_("successor of"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="successors",
        help_text=_("The entry before a change of name or address."),
    )
    note_zh = models.TextField(_("note (Chinese)"), blank=True)
    note_en = models.TextField(_("note (English)"), blank=True)
    batch = models.ForeignKey(
        "registry.ImportBatch",
        verbose_name=_("import"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="authorisations",
    )
    is_sample = models.BooleanField(_("sample"), default=False, editable=False)
    search_text = models.TextField(editable=False, blank=True)
    changed_at = models.DateTimeField(_("changed at"), auto_now=True)

    note = Localised()

    objects = AuthorisationQuerySet.as_manager()

    class Meta(TwoPeople.Meta):
        abstract = False
        verbose_name = _("authorisation")
        verbose_name_plural = _("authorisations")
        ordering = ["product__number", "name_as_printed", "pk"]
        indexes = [
            models.Index(fields=["credit_code_as_printed"], name="authorisation_code"),
            models.Index(fields=["name_as_printed"], name="authorisation_name"),
            # The orders of the list: their first rows are read without sorting all.
            models.Index(
                fields=["product", "name_as_printed", "id"], name="authorisation_list_order"
            ),
            models.Index(
                fields=["district", "name_as_printed", "id"], name="authorisation_district_order"
            ),
            models.Index(
                fields=["product", "valid_until", "valid_from", "notice"],
                name="authorisation_product_dates",
            ),
            models.Index(fields=["checked_at", "entered_by"], name="authorisation_public"),
        ]
        constraints = [
            *TwoPeople.Meta.constraints,
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True)
                | Q(valid_from__isnull=True)
                | Q(valid_until__gte=F("valid_from")),
                name="authorisation_ends_after_it_begins",
                violation_error_message=_("“Valid until” lies before “valid from”."),
            ),
            models.CheckConstraint(
                condition=Q(notice__isnull=False)
                | Q(source__isnull=False)
                | Q(applied_on__isnull=False),
                name="authorisation_has_footing",
                violation_error_message=_(
                    "Name the notice, the day of the application, or the report it comes from."
                ),
            ),
            models.CheckConstraint(
                condition=Q(notice__isnull=True)
                | (Q(protection__isnull=False) & ~Q(lawful_kind="")),
                name="authorisation_announced_has_right",
                violation_error_message=_(
                    "An announced authorisation needs its base right and the kind of lawful user."
                ),
            ),
            models.CheckConstraint(
                condition=Q(entered_by__isnull=False)
                | Q(is_sample=True)
                | Q(notice__isnull=True, source__isnull=False),
                name="authorisation_entered_by_somebody",
                violation_error_message=_("It is not known who entered this."),
            ),
            models.UniqueConstraint(
                fields=["product", "protection", "notice", "credit_code_as_printed"],
                condition=~Q(credit_code_as_printed=""),
                name="authorisation_once_per_notice",
                violation_error_message=_(
                    "This notice already authorises this credit code for this product."
                ),
            ),
        ]

    def __str__(self):
        return f"{self.public_number} {self.name_as_printed}"

    def save(self, *args, **kwargs):
        self.fill_derived()
        super().save(*args, **kwargs)

    def fill_derived(self):
        """Brings the code into its usual form and notes the words of the search.

        To be called before `bulk_create` and `bulk_update`, which bypass `save`.
        """
        self.credit_code_as_printed = normalise(self.credit_code_as_printed)
        self.search_text = " ".join(short_tokens(self.name_as_printed))

    def clean(self):
        super().clean()
        self._validate_announced_has_right()
        self._validate_right_is_of_product()
        self._validate_successor()
        self._validate_term()

    def _validate_announced_has_right(self):
        """The constraint of that name says it too; here each field has its own message."""
        if not self.notice_id:
            return
        missing = {}
        if not self.protection_id:
            missing["protection"] = _("An announced authorisation needs its base right.")
        if not self.lawful_kind:
            missing["lawful_kind"] = _("An announced authorisation needs the kind of lawful user.")
        if missing:
            raise ValidationError(missing)

    def _validate_right_is_of_product(self):
        if self.protection_id and self.protection.product_id != self.product_id:
            raise ValidationError({"protection": _("This right protects another product.")})

    def _validate_successor(self):
        if self.successor_of_id and self.successor_of_id == self.pk:
            raise ValidationError({"successor_of": _("It cannot follow itself.")})

    def _validate_term(self):
        if self.notice_id and self.valid_until and self.valid_until < self.notice.issued_on:
            raise ValidationError({"valid_until": _("“Valid until” lies before the notice.")})

    @property
    def is_reported(self) -> bool:
        """Whether it is only known from a report."""
        return self.notice_id is None and self.source_id is not None

    @property
    def is_public(self) -> bool:
        """Whether everybody may see it; the same rule as the queryset's `public`."""
        return self.checked_at is not None or self.entered_by_id is None

    @property
    def status(self) -> Status:
        """The status today; lists bring the answer along."""
        return self.status_on(timezone.localdate())

    def status_on(self, day: datetime.date) -> Status:
        """The status on `day`."""
        return self.standing_on(day).status

    def standing_on(self, day: datetime.date) -> Standing:
        """The status on `day` with its beginning and what proves it."""
        announced = self.notice.issued_on if self.notice_id else None
        starts = [start for start in (self.applied_on, announced, self.valid_from) if start]
        if starts and day < min(starts):
            return Standing(Status.NOT_YET)
        events = [event for event in self.counting_events() if event.on <= day]
        if ended := self._end_on(day, events):
            return ended
        if self.is_reported:
            return Standing(Status.REPORTED, since=self.valid_from)
        if not announced or day < max(announced, self.valid_from or announced):
            return Standing(Status.APPLIED, since=self.applied_on, notice=self.notice)
        if pause := self._pause(events):
            return Standing(Status.SUSPENDED, since=pause.on, notice=pause.notice, event=pause)
        since = max(announced, self.valid_from or announced)
        return Standing(Status.IN_FORCE, since=since, notice=self.notice)

    def counting_events(self) -> list["AuthorisationEvent"]:
        """Events that a second person has confirmed or the site itself has loaded, in order."""
        counting = [
            event for event in self.events.all() if event.checked_at or not event.entered_by_id
        ]
        return sorted(counting, key=lambda event: (event.on, event.pk))

    @staticmethod
    def _pause(events):
        """The suspension that holds after `events`."""
        pauses = [event for event in events if event.kind in PAUSE_EVENTS]
        return pauses[-1] if pauses and pauses[-1].kind == EventKind.SUSPENDED else None

    def _end_on(self, day, events):
        """The earliest end that lies on or before `day`: an event, the term, or the base right."""
        one_day = datetime.timedelta(days=1)
        ends = [
            Standing(Status.ENDED, event.on, EventKind(event.kind), event.notice, event)
            for event in events
            if event.kind in END_EVENTS
        ]
        if self.valid_until and self.valid_until < day:
            ends.append(
                Standing(Status.ENDED, self.valid_until + one_day, EventKind.EXPIRED, self.notice)
            )
        right = self.protection
        if right and right.valid_until and right.valid_until < day:
            ends.append(
                Standing(Status.ENDED, right.valid_until + one_day, EventKind.BASE_RIGHT_ENDED)
            )
        if right and right.end_reason and not right.valid_until:
            ends.append(Standing(Status.ENDED, None, EventKind.BASE_RIGHT_ENDED))
        return min(ends, key=lambda end: end.since or datetime.date.max, default=None)


class AuthorisationEvent(TwoPeople):
    """One event in the life of an authorisation; it holds from its day on."""

    authorisation = ParentalKey(Authorisation, on_delete=models.CASCADE, related_name="events")
    kind = models.CharField(_("what happened"), max_length=20, choices=EventKind)
    on = models.DateField(_("from"), help_text=_("The first day on which it holds."))
    reason_zh = models.CharField(_("reason (Chinese)"), max_length=300, blank=True)
    reason_en = models.CharField(_("reason (English)"), max_length=300, blank=True)
    notice = models.ForeignKey(
        Notice,
        verbose_name=_("notice"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="events",
    )

    reason = Localised()

    objects = AuthorisationEventQuerySet.as_manager()

    class Meta(TwoPeople.Meta):
        abstract = False
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["on", "pk"]
        indexes = [models.Index(fields=["kind", "on"], name="authorisation_event_kind_on")]
        constraints = [
            *TwoPeople.Meta.constraints,
            models.UniqueConstraint(
                fields=["authorisation", "kind", "on"],
                name="authorisation_event_once",
                violation_error_message=_("This event is already recorded."),
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.on}"
