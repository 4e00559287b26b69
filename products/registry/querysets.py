"""The questions asked of the registry."""

import datetime

from django.apps import apps
from django.db import models
from django.db.models import Case, Exists, OuterRef, Prefetch, Q, Subquery, Value, When
from django.utils import timezone

from products.registry.enums import END_EVENTS, PAUSE_EVENTS, EventKind, Status


class AuthorisationEventQuerySet(models.QuerySet):
    def counting(self):
        """Those that a second person has confirmed; those of samples need nobody."""
        return self.filter(Q(checked_at__isnull=False) | Q(authorisation__is_sample=True))

    def ends(self, on: datetime.date):
        """Events by which an authorisation has ended on `on`."""
        return self.counting().filter(kind__in=END_EVENTS, on__lte=on)

    def pauses(self, on: datetime.date):
        """The suspensions that hold on `on`: no later resumption has lifted them."""
        latest = (
            self.counting()
            .filter(authorisation=OuterRef("authorisation"), kind__in=PAUSE_EVENTS, on__lte=on)
            .order_by("-on", "-pk")
            .values("pk")[:1]
        )
        return self.filter(kind=EventKind.SUSPENDED, on__lte=on, pk=Subquery(latest))


class AuthorisationQuerySet(models.QuerySet):
    def public(self):
        """What everybody may see: confirmed by a second person, or loaded by the site itself.

        The site itself loads reported facts with their source, and samples.
        """
        return self.filter(Q(checked_at__isnull=False) | Q(entered_by__isnull=True))

    def waiting(self):
        """What waits for its second person."""
        return self.filter(checked_at__isnull=True, entered_by__isnull=False)

    def real(self):
        """Without the invented samples."""
        return self.filter(is_sample=False)

    def with_status(self, on: datetime.date | None = None):
        """Adds `status_known`, the status on `on` (today if left out).

        The same rule as `Authorisation.status_on`. Events are looked up row by row, through their
        index: as sets they would all be read, also where a filter leaves twenty rows.
        """
        day = on or timezone.localdate()
        events = apps.get_model("registry.AuthorisationEvent").objects.counting()
        events = events.filter(authorisation=OuterRef("pk"), on__lte=day)
        pauses = events.filter(kind__in=PAUSE_EVENTS).order_by("-on", "-pk")
        rights = apps.get_model("catalogue.Protection").objects.filter(
            Q(valid_until__lt=day) | (~Q(end_reason="") & Q(valid_until__isnull=True))
        )
        starts = ("applied_on", "notice__issued_on", "valid_from")
        not_begun = ~Q(**{f"{start}__isnull": True for start in starts})
        for start in starts:
            not_begun &= Q(**{f"{start}__isnull": True}) | Q(**{f"{start}__gt": day})
        status = Case(
            When(not_begun, then=Value(Status.NOT_YET)),
            When(
                Q(valid_until__lt=day)
                | Exists(events.filter(kind__in=END_EVENTS))
                | Q(protection__in=rights.values("pk")),
                then=Value(Status.ENDED),
            ),
            When(notice__isnull=True, source__isnull=False, then=Value(Status.REPORTED)),
            When(
                Q(notice__isnull=True) | Q(notice__issued_on__gt=day) | Q(valid_from__gt=day),
                then=Value(Status.APPLIED),
            ),
            When(last_pause=EventKind.SUSPENDED, then=Value(Status.SUSPENDED)),
            default=Value(Status.IN_FORCE),
            output_field=models.CharField(),
        )
        return self.alias(last_pause=Subquery(pauses.values("kind")[:1])).annotate(
            status_known=status
        )

    def in_force(self, on: datetime.date | None = None):
        """Lawful users on `on` (today if left out)."""
        return self.with_status(on).filter(status_known=Status.IN_FORCE)

    def for_listing(self):
        """Everything a row shows, in a number of queries that does not grow with the rows."""
        return self.select_related("product", "protection", "producer", "notice", "district")

    def for_file(self):
        """Everything a row of an exported file holds; see `registry.columns`."""
        return self.for_listing().select_related("successor_of").prefetch_related("events")

    def for_entry(self):
        """Everything the page of one authorisation shows."""
        events = apps.get_model("registry.AuthorisationEvent").objects.select_related("notice")
        return (
            self.for_listing()
            .select_related("source", "successor_of")
            .prefetch_related(Prefetch("events", events), "successors")
        )
