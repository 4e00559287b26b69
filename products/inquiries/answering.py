"""Offers, questions and refusals of recipients; whoever writes them down, the same happens."""

import uuid

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from gi_site.intake.contact import ContactChannel

from . import history, letters
from .attachments import Draft, attach
from .enums import Actor, EventKind
from .models import Answer, Inquiry, Recipient

EVENTS = {
    Answer.Kind.OFFER: EventKind.ANSWERED,
    Answer.Kind.QUESTION: EventKind.ASKED,
    Answer.Kind.DECLINE: EventKind.DECLINED,
}


@transaction.atomic
def record(
    recipient: Recipient,
    kind: Answer.Kind,
    *parts: dict,
    key: uuid.UUID | None = None,
    files: list[Draft] = (),
    user=None,
) -> list[Answer]:
    """Writes down an answer, tells the buyer, and gives what was written.

    Each part holds fields of `Answer`; an offer has one for each line. `key` is that of the form:
    sent twice, it is one answer, and the second time nothing is given. `user` is the member of
    staff who records what came by telephone or ordinary mail. Raises `ValidationError` if the
    inquiry or the recipient is no longer open to answers.
    """
    inquiry = Inquiry.objects.select_for_update(of=("self",)).get(pk=recipient.inquiry_id)
    recipient = Recipient.objects.select_related("producer").get(pk=recipient.pk)
    recipient.inquiry = inquiry
    _validate_open(inquiry, recipient)
    # Bound to the recipient, so that nobody's key stands in another's way.
    stem = uuid.uuid5(key or uuid.uuid4(), str(recipient.pk))
    if Answer.objects.filter(submission_key=uuid.uuid5(stem, "0")).exists():
        return []
    answers = [
        Answer.objects.create(
            recipient=recipient,
            kind=kind,
            submission_key=uuid.uuid5(stem, str(number)),
            recorded_by=user,
            **part,
        )
        for number, part in enumerate(parts)
    ]
    attach(inquiry, files, answers[0])
    _note_dates(recipient, kind)
    actor = Actor.PRODUCER if recipient.producer_id else Actor.OFFICE
    event = history.record(inquiry, EVENTS[kind], actor, user=user, recipient=recipient)
    letters.tell_of_answers(answers, event)
    if inquiry.contact_channel != ContactChannel.EMAIL:
        with override("zh-hans"):
            text = _("The buyer gave no e-mail address: the office is to tell the buyer.")
        history.record(inquiry, EventKind.NOTE, Actor.SYSTEM, recipient=recipient, text=text)
    return answers


def _validate_open(inquiry, recipient):
    if not inquiry.is_open:
        raise ValidationError(_("This inquiry is no longer open."))
    if recipient.removed_at:
        raise ValidationError(_("This inquiry is no longer with this recipient."))


def _note_dates(recipient, kind):
    now = timezone.now()
    # What staff record has reached the recipient by another way.
    recipient.sent_at = recipient.sent_at or now
    recipient.answered_at = recipient.answered_at or now
    if kind == Answer.Kind.DECLINE:
        recipient.declined_at = now
    elif kind == Answer.Kind.OFFER:
        recipient.declined_at = None
    recipient.save(update_fields=["sent_at", "answered_at", "declined_at"])
