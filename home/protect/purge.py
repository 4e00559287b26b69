"""Erasing words, photographs and contact, on their day or as soon as the reporter withdraws."""

import datetime

from django.db import transaction
from django.utils import timezone

from gi_site.ops.models import OutgoingMail

from .enums import Actor, EventKind
from .history import record
from .models import Erasure, Report, ReportEvent, ReportLink, ReportPhoto

# What says who the reporter is, or may name somebody else.
PERSONAL = (
    "reporter_name",
    "contact_channel",
    "contact",
    "product_text",
    "place",
    "link",
    "message",
    "authority_reference",
)


@transaction.atomic
def erase(report: Report, reason: Erasure.Reason) -> Erasure | None:
    """Erases all that is personal in `report`; None if that was done before.

    Product, kind of place, district, signs, dates and outcome stay, as a row for the yearly
    counts. Photographs leave the storage once this is committed.
    """
    stored = Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
    if stored.purged_at:
        return None
    for name in PERSONAL:
        setattr(stored, name, "")
    stored.seen_on, stored.purged_at = None, timezone.now()
    stored.save(update_fields=[*PERSONAL, "seen_on", "purged_at"])
    number = _erase_photos(stored)
    ReportEvent.objects.filter(report=stored).update(text="")
    ReportLink.objects.filter(report=stored).delete()
    # What has not gone out yet would tell what was just erased.
    OutgoingMail.objects.unsent().filter(key__startswith=f"report-{stored.pk}-").delete()
    record(stored, EventKind.PURGED, Actor.SYSTEM)
    report.refresh_from_db()
    return Erasure.objects.create(reference=stored.reference, reason=reason, files=number)


def erase_due(today: datetime.date | None = None) -> int:
    """Erases the reports whose day has come; how many."""
    today = today or timezone.localdate()
    due = Report.objects.filter(delete_after__lte=today, purged_at=None)
    return sum(erase(report, Erasure.Reason.DUE) is not None for report in due)


def _erase_photos(report) -> int:
    photos = ReportPhoto.objects.filter(report=report)
    files = [photo.file for photo in photos]
    for file in files:
        # Afterwards: a file cannot come back if this is rolled back.
        transaction.on_commit(lambda file=file: file.storage.delete(file.name), robust=True)
    photos.delete()
    return len(files)
