"""What the office does with a report: looks at it, passes it on, answers, closes, opens again."""

import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from gi_site.intake.records import days_ago
from gi_site.ops.page_cache import bump_page_cache

from .enums import Actor, EventKind, Outcome
from .history import record
from .letters import tell_reporter
from .models import Report, ReportEvent


def deletion_day() -> datetime.date:
    """The day on which a report that ends today is erased."""
    return timezone.localdate() + datetime.timedelta(days=settings.REPORT_RETENTION_DAYS)


@transaction.atomic
def take(report: Report, user) -> bool:
    """`user` looks at it and takes care of it; whether nobody had."""
    stored = _locked(report)
    if not stored.is_open or stored.looked_at:
        return False
    stored.looked_at, stored.assigned_to = timezone.now(), user
    stored.save(update_fields=["looked_at", "assigned_to"])
    record(stored, EventKind.TAKEN, Actor.OFFICE, user=user)
    report.refresh_from_db()
    return True


@transaction.atomic
def pass_on(report: Report, authority: str, reference: str, user) -> bool:
    """Notes to which authority it went, and tells the reporter; whether it was still open.

    Passed on once more, the later authority counts; the history keeps both.
    """
    stored = _locked(report)
    if not stored.is_open:
        return False
    same = (stored.authority, stored.authority_reference) == (authority, reference)
    if stored.passed_on_at and same:
        return False
    now = timezone.now()
    stored.passed_on_at = now
    stored.looked_at = stored.looked_at or now
    stored.authority, stored.authority_reference = authority, reference
    stored.save()
    text = f"{authority} {reference}".strip()
    event = record(stored, EventKind.PASSED_ON, Actor.OFFICE, user=user, text=text)
    tell_reporter(stored, "passed_on", f"passed-on-{event.pk}")
    report.refresh_from_db()
    return True


@transaction.atomic
def close(report: Report, outcome: Outcome, user=None) -> bool:
    """Closes `report`, tells the reporter (spam aside); whether it was still open."""
    stored = _locked(report)
    if not stored.is_open:
        return False
    stored.closed_at, stored.delete_after = timezone.now(), deletion_day()
    stored.outcome = outcome
    stored.looked_at = stored.looked_at or stored.closed_at
    stored.save()
    actor = Actor.OFFICE if user else Actor.SYSTEM
    event = record(stored, EventKind.CLOSED, actor, user=user)
    if outcome != Outcome.SPAM:
        tell_reporter(stored, "closed", f"closed-{event.pk}")
    bump_page_cache()  # the public counts
    report.refresh_from_db()
    return True


@transaction.atomic
def reopen(report: Report, user) -> bool:
    """Opens a closed report again; whether it was closed and still has its data."""
    stored = _locked(report)
    if not stored.closed_at or stored.purged_at or stored.withdrawn_at:
        return False
    stored.closed_at = stored.delete_after = None
    stored.outcome = ""
    stored.save()
    record(stored, EventKind.REOPENED, Actor.OFFICE, user=user)
    bump_page_cache()
    report.refresh_from_db()
    return True


def close_forgotten() -> int:
    """Closes what nobody has touched for as long as data is kept, so that it ends some day."""
    since = days_ago(settings.REPORT_RETENTION_DAYS)
    touched = ReportEvent.objects.filter(report=OuterRef("pk"), at__gte=since)
    touched = touched.exclude(kind=EventKind.VIEWED)
    forgotten = Report.objects.open().filter(~Exists(touched), received_at__lt=since)
    return sum(close(report, Outcome.NO_FOLLOW_UP) for report in forgotten)


def _locked(report: Report) -> Report:
    return Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
