"""Erasing what is personal, on its day or as soon as the buyer withdraws the consent."""

import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from gi_site.ops.models import OutgoingMail

from .enums import Actor, EventKind
from .history import record
from .models import (
    AccessLink,
    Answer,
    Attachment,
    Deletion,
    Inquiry,
    InquiryEvent,
    InquiryLine,
    Recipient,
    SpamMark,
)

# What of an inquiry says who the buyer is, or is in the buyer's own words.
PERSONAL = (
    "buyer_name",
    "buyer_organisation",
    "contact_channel",
    "contact",
    "contact_digest",
    "destination_place",
    "message",
)


@transaction.atomic
def erase(inquiry: Inquiry, reason: Deletion.Reason) -> Deletion | None:
    """Erases all that is personal in `inquiry` and in those merged into it.

    Country, products, quantities, prices, dates and outcome stay, as a row for statistics. Files
    leave the storage once this is committed. None if it was erased before.
    """
    stored = Inquiry.objects.select_for_update().get(pk=inquiry.pk)
    if stored.purged_at:
        return None
    for merged in stored.merged.filter(purged_at=None):
        erase(merged, reason)
    for name in PERSONAL:
        setattr(stored, name, "")
    stored.purged_at = timezone.now()
    stored.save(update_fields=[*PERSONAL, "purged_at"])
    files = _erase_files(stored)
    _erase_words(stored)
    # What has not gone out yet would tell what was just erased.
    OutgoingMail.objects.unsent().filter(key__startswith=f"inquiry-{stored.pk}-").delete()
    record(stored, EventKind.PURGED, Actor.SYSTEM)
    inquiry.refresh_from_db()
    return Deletion.objects.create(reference=stored.reference, reason=reason, files=files)


def erase_due(today: datetime.date | None = None) -> int:
    """Erases the inquiries whose day has come, and old marks of spam; how many inquiries."""
    today = today or timezone.localdate()
    due = Inquiry.objects.filter(delete_after__lte=today, purged_at=None)
    number = sum(erase(inquiry, Deletion.Reason.DUE) is not None for inquiry in due)
    kept = datetime.timedelta(days=settings.INQUIRY_RETENTION_DAYS)
    SpamMark.objects.filter(marked_at__date__lt=today - kept).delete()
    return number


def _erase_words(inquiry):
    InquiryLine.objects.filter(inquiry=inquiry).update(form="", packing="")
    Answer.objects.filter(recipient__inquiry=inquiry).update(message="", available="")
    Recipient.objects.filter(inquiry=inquiry).update(removed_because="")
    InquiryEvent.objects.filter(inquiry=inquiry).update(text="")
    AccessLink.objects.filter(inquiry=inquiry).delete()


def _erase_files(inquiry) -> int:
    attachments = Attachment.objects.filter(inquiry=inquiry)
    files = [attachment.file for attachment in attachments]
    for file in files:
        # Afterwards: a file cannot come back if this is rolled back.
        transaction.on_commit(lambda file=file: file.storage.delete(file.name), robust=True)
    attachments.delete()
    return len(files)
