"""Spam: marked by the office, learned by the limits, and taken back if it was a mistake."""

from django.db import transaction
from django.utils import timezone

from .closing import deletion_day
from .enums import Actor, EventKind
from .history import record
from .models import AccessLink, Inquiry, SpamMark


@transaction.atomic
def mark(inquiry: Inquiry, user) -> bool:
    """Marks `inquiry` as spam, which settles it; whether it was still open.

    Its contact is let through no more, and links of producers stop working.
    """
    stored = Inquiry.objects.select_for_update(of=("self",)).get(pk=inquiry.pk)
    if not stored.is_open:
        return False
    stored.spam_at, stored.delete_after = timezone.now(), deletion_day()
    stored.save(update_fields=["spam_at", "delete_after"])
    links = AccessLink.objects.filter(recipient__inquiry=stored, revoked_at=None)
    links.update(revoked_at=timezone.now())
    if stored.contact_digest:
        SpamMark.objects.get_or_create(digest=stored.contact_digest, defaults={"inquiry": stored})
    record(stored, EventKind.SPAM, Actor.OFFICE, user=user)
    inquiry.refresh_from_db()
    return True


@transaction.atomic
def unmark(inquiry: Inquiry, user) -> bool:
    """Takes the mark back; whether there was one and the inquiry still has its data."""
    stored = Inquiry.objects.select_for_update(of=("self",)).get(pk=inquiry.pk)
    if not stored.spam_at or stored.purged_at:
        return False
    stored.spam_at = stored.delete_after = None
    stored.save(update_fields=["spam_at", "delete_after"])
    SpamMark.objects.filter(digest=stored.contact_digest).delete()
    record(stored, EventKind.NOT_SPAM, Actor.OFFICE, user=user)
    inquiry.refresh_from_db()
    return True
