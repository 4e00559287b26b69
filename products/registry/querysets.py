"""The questions asked of the registry."""

import datetime

from django.apps import apps
from django.db import models
from django.db.models import Case, Exists, OuterRef, Prefetch, Q, Subquery, Value, When
from django.utils import timezone

from products.registry.enums import END_EVENTS, PAUSE_EVENTS, EventKind, Status

# What counts: a second person has confirmed it, or the site itself has loaded it.
CONFIRMED = Q(checked_at__isnull=False) | Q(entered_by__isnull=True)


class AuthorisationEventQuerySet(models.QuerySet):
    def counting(self):
        """Those that a second person has confirmed, or that the site itself has loaded."""
        return self.filter(CONFIRMED)

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
        return self.filter(CONFIRMED)

    def waiting(self):
        """What waits for its second person."""
        return self.filter(checked_at__isnull=True, entered_by__isnull=False)

    def real(self):
        """Without the invented samples."""
        return self.filter(is_sample=False)

    def with_status(self, on: datetime.date | None = None):
        """Adds `status_known`, the status on `on` (today if left out); see `having_status`."""
        cases = (When(rule, then=Value(status)) for status, rule, _opposite in _rules(on))
        return self.annotate(
            status_known=Case(
                *cases, default=Value(Status.IN_FORCE), output_field=models.CharField()
            )
        )

    def having_status(self, *statuses: Status, on: datetime.date | None = None):
        """Those with any of `statuses` on `on` (today if left out).

        The same as filtering by `status_known`, but in conditions whose outcome the database can
        foresee: of a hundred thousand entries it then reads only what it shows.
        """
        chosen, before = Q(pk__in=[]), Q()
        for status, rule, opposite in _rules(on):
            if status in statuses:
                chosen |= before & rule
            before &= opposite
        if Status.IN_FORCE in statuses:
            chosen |= before
        return self.filter(chosen)

    def in_force(self, on: datetime.date | None = None):
        """Lawful users on `on` (today if left out)."""
        return self.having_status(Status.IN_FORCE, on=on)

    def for_listing(self):
        """Everything a row shows, in a number of queries that does not grow with the rows."""
        related = self.select_related("product", "protection", "producer", "notice", "district")
        # The outline of a district outweighs all the rest of a row.
        return related.defer("district__boundary")

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


def _rules(on: datetime.date | None) -> list[tuple[Status, Q, Q]]:
    """What gives each status on `on`, and the opposite; the first that fits counts.

    What none fits is in force. The same as `Authorisation.standing_on`. Events are asked for by
    EXISTS: the database looks them up row by row where a filter leaves twenty rows, and reads
    them as a set where it leaves a hundred thousand.
    """
    day = on or timezone.localdate()
    counting = apps.get_model("registry.AuthorisationEvent").objects.counting()
    events = counting.filter(authorisation=OuterRef("pk"), on__lte=day)
    later = counting.filter(
        Q(on__gt=OuterRef("on")) | Q(on=OuterRef("on"), pk__gt=OuterRef("pk")),
        authorisation=OuterRef("authorisation"),
        kind__in=PAUSE_EVENTS,
        on__lte=day,
    )
    ended = Exists(events.filter(kind__in=END_EVENTS))
    paused = Exists(events.filter(~Exists(later), kind=EventKind.SUSPENDED))
    rights = (
        apps.get_model("catalogue.Protection")
        .objects.filter(Q(valid_until__lt=day) | (~Q(end_reason="") & Q(valid_until=None)))
        .values("pk")
    )
    starts = ("applied_on", "notice__issued_on", "valid_from")
    no_start = Q(*((f"{start}__isnull", True) for start in starts))
    begun = Q(*((f"{start}__lte", day) for start in starts), _connector=Q.OR)
    ahead = Q(*((f"{start}__gt", day) for start in starts), _connector=Q.OR)
    none_begun = Q(*(Q((f"{start}__isnull", True)) | Q((f"{start}__gt", day)) for start in starts))
    return [
        (
            Status.NOT_YET,
            ahead & none_begun,
            no_start | begun,
        ),
        (
            Status.ENDED,
            Q(valid_until__lt=day) | Q(ended) | Q(protection__in=rights),
            (Q(valid_until=None) | Q(valid_until__gte=day))
            & ~Q(ended)
            & (Q(protection=None) | ~Q(protection__in=rights)),
        ),
        (
            Status.REPORTED,
            Q(notice=None, source__isnull=False),
            Q(notice__isnull=False) | Q(source=None),
        ),
        (
            Status.APPLIED,
            Q(notice=None) | Q(notice__issued_on__gt=day) | Q(valid_from__gt=day),
            Q(notice__issued_on__lte=day) & (Q(valid_from=None) | Q(valid_from__lte=day)),
        ),
        (Status.SUSPENDED, Q(paused), ~Q(paused)),
    ]
