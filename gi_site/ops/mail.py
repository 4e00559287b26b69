"""Mail that is not lost: written to the database first, handed over by the worker.

A message is stored in the same transaction as the fact it reports, so it exists if and only if
that fact does. A task carries its number to the worker; if the task is lost or its worker
killed, `requeue_due_mail()` finds the message. A failed hand-over is tried again with growing
pauses, after the last attempt it is listed as given up. A worker killed between the hand-over
and its note sends a second copy with the same Message-ID, by which mail programs know it.
"""

import datetime
import email
import email.message
import email.policy
import logging

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from .models import OutgoingMail

logger = logging.getLogger(__name__)

PAUSES = [datetime.timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 360, 720, 1440)]
MAX_ATTEMPTS = len(PAUSES) + 1
# After this time without a result the worker is taken for dead.
LEASE = datetime.timedelta(minutes=10)


class QueueEmailBackend(BaseEmailBackend):
    """Django's `send_mail()` and all who use it write into the queue.

    A message with an attribute `mail_key` is written once, however often it is sent.
    """

    def send_messages(self, email_messages):
        written = [message for message in email_messages if message.recipients()]
        for message in written:
            with transaction.atomic():
                mail, is_new = self._write(message)
                if is_new:
                    # Robust: what was committed must not look failed because the queue is away.
                    transaction.on_commit(lambda pk=mail.pk: deliver_mail.enqueue(pk), robust=True)
        return len(written)

    def _write(self, message) -> tuple[OutgoingMail, bool]:
        values = {
            "subject": message.subject[:300],
            "recipients": message.recipients(),
            "message": message.message().as_bytes(),
            "next_attempt": timezone.now(),
        }
        key = getattr(message, "mail_key", None)
        if key is None:
            return OutgoingMail.objects.create(**values), True
        return OutgoingMail.objects.get_or_create(key=key, defaults=values)


class Parsed(email.message.EmailMessage):
    """A stored text that writes itself as Django's transports ask it to."""

    def as_bytes(self, unixfrom=False, linesep="\r\n", **kwargs):
        # Lines as they were written: folded anew, a long link in a header would be encoded.
        policy = self.policy.clone(linesep=linesep, refold_source="none")
        return super().as_bytes(unixfrom, policy=policy)


class StoredMessage(EmailMessage):
    """A message as it was written, with its Message-ID; hand-over changes nothing."""

    def __init__(self, mail: OutgoingMail):
        self.parsed = email.message_from_bytes(
            bytes(mail.message), _class=Parsed, policy=email.policy.SMTP
        )
        super().__init__(
            subject=mail.subject, from_email=str(self.parsed["From"]), to=mail.recipients
        )

    def message(self, **kwargs):
        return self.parsed


@task(backend="background", queue_name="mail")
def deliver_mail(pk: int) -> str:
    """Hand one message to the transport; returns what became of it."""
    mail = _claim(pk)
    if mail is None:
        return "nothing to do"
    try:
        get_connection(settings.MAIL_TRANSPORT).send_messages([StoredMessage(mail)])
    except Exception as error:
        _note_failure(mail, error)
    else:
        mail.status, mail.sent = OutgoingMail.Status.SENT, timezone.now()
        mail.message, mail.recipients, mail.last_error = b"", [], ""
        _keep(mail)
    return mail.status


def requeue_due_mail() -> int:
    """Hand to the worker again what is due; how many. Harmless when done too often."""
    due = OutgoingMail.objects.due(timezone.now()).values_list("pk", flat=True)
    for pk in due:
        deliver_mail.enqueue(pk)
    return len(due)


def _claim(pk: int) -> OutgoingMail | None:
    """The message, if it is due and no other worker has it. One statement decides."""
    now = timezone.now()
    claimed = (
        OutgoingMail.objects.due(now)
        .filter(pk=pk)
        .update(status=OutgoingMail.Status.SENDING, next_attempt=now + LEASE)
    )
    return OutgoingMail.objects.get(pk=pk) if claimed else None


def _note_failure(mail: OutgoingMail, error: Exception):
    mail.attempts += 1
    mail.last_error = f"{type(error).__name__}: {error}"[:1000]
    if mail.attempts >= MAX_ATTEMPTS:
        mail.status = OutgoingMail.Status.DEAD
        logger.error("Mail %s given up after %s attempts", mail.pk, mail.attempts)
    else:
        mail.status = OutgoingMail.Status.WAITING
        mail.next_attempt = timezone.now() + PAUSES[mail.attempts - 1]
        logger.warning("Mail %s failed (%s)", mail.pk, type(error).__name__)
    _keep(mail)


def _keep(mail: OutgoingMail):
    """Stores what became of `mail`; one that was erased meanwhile does not come back."""
    names = ("status", "sent", "message", "recipients", "last_error", "attempts", "next_attempt")
    OutgoingMail.objects.filter(pk=mail.pk).update(**{name: getattr(mail, name) for name in names})
