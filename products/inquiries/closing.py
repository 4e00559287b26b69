"""The end of an inquiry: closed with an outcome, merged with its double, or opened again."""

import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import override

from gi_site.intake.contact import ContactChannel
from gi_site.intake.records import days_ago

from . import mails
from .enums import Actor, EventKind, Outcome
from .history import record
from .links import issue_link
from .models import Inquiry, InquiryEvent


def deletion_day() -> datetime.date:
    """The day on which an inquiry that ends today is erased."""
    return timezone.localdate() + datetime.timedelta(days=settings.INQUIRY_RETENTION_DAYS)


@transaction.atomic
def close(
    inquiry: Inquiry,
    outcome: Outcome,
    *,
    value_band: str = "",
    is_repeat: bool | None = None,
    farmers_reached: int | None = None,
    user=None,
) -> bool:
    """Closes `inquiry` and tells the buyer; whether it was still open."""
    stored = _locked(inquiry)
    if not stored.is_open:
        return False
    stored.closed_at, stored.delete_after = timezone.now(), deletion_day()
    stored.outcome, stored.value_band = outcome, value_band
    stored.is_repeat, stored.farmers_reached = is_repeat, farmers_reached
    stored.save()
    event = record(stored, EventKind.CLOSED, Actor.OFFICE if user else Actor.SYSTEM, user=user)
    tell_buyer(stored, "buyer_closed", f"closed-{event.pk}")
    inquiry.refresh_from_db()
    return True


def close_forgotten() -> int:
    """Closes what nobody has touched for as long as data is kept, so that it ends some day."""
    since = days_ago(settings.INQUIRY_RETENTION_DAYS)
    touched = InquiryEvent.objects.filter(inquiry=OuterRef("pk"), at__gte=since)
    touched = touched.exclude(kind__in=(EventKind.VIEWED, EventKind.EXPORTED))
    forgotten = Inquiry.objects.open().filter(~Exists(touched), received_at__lt=since)
    number = 0
    for inquiry in forgotten:
        is_answered = inquiry.recipients.filter(answered_at__isnull=False).exists()
        outcome = Outcome.BUYER_SILENT if is_answered else Outcome.NO_ANSWER
        number += close(inquiry, outcome)
    return number


@transaction.atomic
def reopen(inquiry: Inquiry, user=None) -> bool:
    """Opens a closed inquiry again; whether it was closed and still has its data."""
    stored = _locked(inquiry)
    if not stored.closed_at or stored.purged_at or stored.withdrawn_at:
        return False
    stored.closed_at = stored.delete_after = None
    stored.outcome = stored.value_band = ""
    stored.is_repeat = stored.farmers_reached = None
    stored.save()
    record(stored, EventKind.REOPENED, Actor.OFFICE, user=user)
    inquiry.refresh_from_db()
    return True


def doubles_of(inquiry: Inquiry):
    """Open inquiries of the same buyer, into which `inquiry` could be merged."""
    if not inquiry.contact_digest:
        return Inquiry.objects.none()
    same = Inquiry.objects.open().filter(
        contact_digest=inquiry.contact_digest, is_sample=inquiry.is_sample
    )
    return same.exclude(pk=inquiry.pk)


def can_be_merged(inquiry: Inquiry) -> bool:
    """Whether it is open and no recipient has it: what was sent is answered where it was sent."""
    return inquiry.is_open and not inquiry.recipients.filter(sent_at__isnull=False).exists()


@transaction.atomic
def merge(inquiry: Inquiry, kept: Inquiry, user=None) -> bool:
    """Merges `inquiry` into `kept`, its double; whether that was possible.

    The buyer's links lead to `kept` from now on. It is erased together with `kept`.
    """
    stored = _locked(inquiry)
    if not can_be_merged(stored) or not doubles_of(stored).filter(pk=kept.pk).exists():
        return False
    stored.merged_into = kept
    stored.save(update_fields=["merged_into"])
    stored.merged.update(merged_into=kept)
    stored.links.filter(recipient=None).update(inquiry=kept)
    record(stored, EventKind.MERGED, Actor.OFFICE, user=user, text=kept.reference)
    record(kept, EventKind.MERGED, Actor.OFFICE, user=user, text=stored.reference)
    inquiry.refresh_from_db()
    return True


def tell_buyer(inquiry: Inquiry, name: str, key: str, **context) -> bool:
    """Mails the buyer, with a link to the inquiry; False if that is not the way of contact."""
    if inquiry.contact_channel != ContactChannel.EMAIL or not inquiry.contact:
        return False
    with override(inquiry.language):
        context |= {"inquiry": inquiry, "outcome": inquiry.get_outcome_display()}
    mails.post(
        name,
        inquiry.contact,
        inquiry.language,
        f"inquiry-{inquiry.pk}-{key}",
        link=issue_link(inquiry),
        **context,
    )
    return True


def _locked(inquiry: Inquiry) -> Inquiry:
    return Inquiry.objects.select_for_update(of=("self",)).get(pk=inquiry.pk)
