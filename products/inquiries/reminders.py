"""Deadlines: who is late is reminded once, then the manager or the office is told, once.

Days are plain days, weekends and holidays included. A moment is claimed in the same transaction
that queues its mail, so that of several workers one writes it and none writes it twice.
"""

import logging
from collections.abc import Callable

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from gi_site.accounts.models import User
from gi_site.intake.records import days_ago

from . import mails, routing
from .enums import Actor, EventKind
from .history import record
from .letters import CHINESE, email_of
from .links import issue_link
from .models import Inquiry, InquiryEvent, Recipient

logger = logging.getLogger(__name__)


def send_reminders() -> int:
    """Reminds of all that is late; how many reminders."""
    check, answer = settings.INQUIRY_CHECK_DAYS, settings.INQUIRY_ANSWER_DAYS
    unchecked = Inquiry.objects.real().to_check().select_related("assigned_to")
    late = Recipient.objects.late().filter(inquiry__in=Inquiry.objects.real().open())
    late = late.select_related("inquiry__assigned_to", "producer")
    told = InquiryEvent.objects.filter(
        recipient=OuterRef("pk"), kind=EventKind.ESCALATED, at__gt=OuterRef("sent_at")
    )
    return sum(
        [
            _each(_remind_to_check, unchecked.filter(received_at__lt=days_ago(check))),
            _each(_escalate, unchecked.filter(received_at__lt=days_ago(2 * check))),
            _each(_remind_recipient, late),
            _each(_tell_of_silence, late.filter(~Exists(told), sent_at__lt=days_ago(2 * answer))),
        ]
    )


def _each(remind: Callable, rows) -> int:
    """How many of `rows` were reminded; one that fails does not keep the others back."""
    number = 0
    for row in rows:
        try:
            with transaction.atomic():
                number += remind(row)
        except Exception:
            logger.exception("%s of inquiry failed: %s", remind.__name__, row.pk)
    return number


def _remind_to_check(inquiry: Inquiry) -> bool:
    if not _claim(Inquiry.objects.filter(reminded_at=None), inquiry, "reminded_at"):
        return False
    _post_to_staff("office_reminder", _officer_of(inquiry), inquiry, "reminder")
    record(inquiry, EventKind.REMINDED, Actor.SYSTEM)
    return True


def _escalate(inquiry: Inquiry) -> bool:
    if not _claim(Inquiry.objects.filter(escalated_at=None), inquiry, "escalated_at"):
        return False
    for number, address in enumerate(overseers() or [mails.office_address()]):
        _post_to_staff("office_escalation", address, inquiry, f"escalation-{number}")
    record(inquiry, EventKind.ESCALATED, Actor.SYSTEM)
    return True


def _remind_recipient(recipient: Recipient) -> bool:
    not_yet = Recipient.objects.filter(Q(reminded_at=None) | Q(reminded_at__lt=F("sent_at")))
    if not _claim(not_yet, recipient, "reminded_at"):
        return False
    inquiry = recipient.inquiry
    if routing.recheck(recipient) and recipient.removed_at:
        return False
    day = timezone.localdate()
    address = recipient.producer_id and email_of(recipient.producer)
    if address:
        mails.post(
            "producer_reminder",
            address,
            CHINESE,
            f"inquiry-{inquiry.pk}-reminder-{recipient.pk}-{day}",
            inquiry=inquiry,
            producer=recipient.producer,
            link=issue_link(inquiry, recipient),
            days=settings.INQUIRY_LINK_DAYS,
        )
    else:
        key = f"silent-{recipient.pk}-{day}"
        _post_to_staff("office_silence", _officer_of(inquiry), inquiry, key, recipient=recipient)
    record(inquiry, EventKind.REMINDED, Actor.SYSTEM, recipient=recipient)
    return True


def _tell_of_silence(recipient: Recipient) -> bool:
    inquiry = recipient.inquiry
    key = f"still-silent-{recipient.pk}-{timezone.localdate()}"
    _post_to_staff("office_silence", _officer_of(inquiry), inquiry, key, recipient=recipient)
    record(inquiry, EventKind.ESCALATED, Actor.SYSTEM, recipient=recipient)
    return True


def overseers() -> list[str]:
    """Addresses of those who are told when an inquiry is overdue."""
    users = User.objects.with_perm(
        "inquiries.oversee_inquiries", backend="django.contrib.auth.backends.ModelBackend"
    )
    addresses = users.exclude(email="").order_by("email").values_list("email", flat=True)
    return list(addresses.distinct())


def _officer_of(inquiry) -> str:
    """Where its officer reads mail; without one, where the office does."""
    officer = inquiry.assigned_to
    return (officer and officer.is_active and officer.email) or mails.office_address()


def _claim(free, row, name: str) -> bool:
    """Whether nobody else has set `name` of `row`: one statement decides."""
    return bool(free.filter(pk=row.pk).update(**{name: timezone.now()}))


def _post_to_staff(name, to, inquiry, key, **context):
    address = settings.SITE_URL + reverse("inquiries:inspect", args=[inquiry.pk])
    key = f"inquiry-{inquiry.pk}-{key}"
    mails.post(name, to, CHINESE, key, inquiry=inquiry, address=address, **context)
