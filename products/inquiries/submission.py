"""What the buyer does: sends an inquiry, writes back, says how it ended, withdraws it."""

import datetime
import uuid

from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from gi_site.intake.contact import ContactChannel
from gi_site.intake.limiter import digest_of

from . import attachments, letters, mails, purge, routing
from .enums import Actor, EventKind, Outcome, Route
from .forms import CONSENT_VERSION, InquiryForm
from .history import record
from .links import issue_link
from .models import Deletion, Inquiry, InquiryLine

DOUBLE = datetime.timedelta(minutes=10)


def submit(
    form: InquiryForm,
    lines: list[InquiryLine],
    key: uuid.UUID,
    drafts: list[attachments.Draft] = (),
) -> Inquiry:
    """Writes the valid `form` with its unsaved `lines`, files, recipients and mails, or nothing.

    A form sent twice gives the first inquiry. Its `link` is a new secret link of the buyer.
    """
    try:
        with transaction.atomic():
            return _write(form, lines, key, drafts)
    except IntegrityError:
        earlier = sent_before(key)
        if earlier is None:
            raise
        return earlier


def sent_before(key: uuid.UUID) -> Inquiry | None:
    """The inquiry that was sent with this form, with a new `link`; None if there is none."""
    inquiry = Inquiry.objects.filter(submission_key=key).select_related("merged_into").first()
    if inquiry is None:
        return None
    inquiry.link = "" if inquiry.purged_at else issue_link(inquiry.merged_into or inquiry)
    return inquiry


def double_of(contact_digest: str, lines: list[InquiryLine]) -> Inquiry | None:
    """What the same contact asked for in the last minutes, if it is the same."""
    recent = Inquiry.objects.open().filter(
        contact_digest=contact_digest, received_at__gt=timezone.now() - DOUBLE
    )
    wanted = _fingerprint(lines)
    for inquiry in recent.prefetch_related("lines"):
        if _fingerprint(inquiry.lines.all()) == wanted:
            return inquiry
    return None


def proposals_of(form: InquiryForm, lines: list[InquiryLine]) -> list[routing.Proposal]:
    """Who would receive the valid `form`."""
    chosen = chosen_producers(form)
    return routing.propose(
        [(line.product, line) for line in lines],
        form.cleaned_data["route"],
        chosen,
        may_forward=form.cleaned_data["forward_consent"],
        is_sample=is_sample(chosen),
    )


def chosen_producers(form: InquiryForm) -> list:
    """The producers the buyer has ticked, if that is the way chosen."""
    data = form.cleaned_data
    return list(data["chosen"]) if data["route"] == Route.CHOSEN else []


def is_sample(chosen) -> bool:
    """Whether only invented producers are asked, to try the site out."""
    return bool(chosen) and all(producer.is_sample for producer in chosen)


def _write(form, lines, key, drafts):
    now = timezone.now()
    inquiry = form.save(commit=False)
    inquiry.submission_key = key
    inquiry.received_at = inquiry.consented_at = now
    inquiry.consent_version = CONSENT_VERSION
    if form.cleaned_data["forward_consent"]:
        inquiry.forward_consented_at = now
    chosen = chosen_producers(form)
    inquiry.is_sample = is_sample(chosen)
    inquiry.save()
    for line in lines:
        line.inquiry = inquiry
        line.save()
    attachments.attach(inquiry, drafts)
    routing.save_proposals(inquiry, proposals_of(form, lines), chosen)
    record(inquiry, EventKind.RECEIVED, Actor.BUYER)
    inquiry.link = issue_link(inquiry)
    _tell_of_arrival(inquiry, lines)
    return inquiry


def _tell_of_arrival(inquiry, lines):
    if inquiry.contact_channel == ContactChannel.EMAIL:
        mails.post(
            "received",
            inquiry.contact,
            inquiry.language,
            f"inquiry-{inquiry.pk}-received",
            inquiry=inquiry,
            lines=lines,
            link=inquiry.link,
            **deadlines(inquiry),
        )
    _tell_office(inquiry, "new_inquiry", "office-received", lines=lines)


def deadlines(inquiry: Inquiry) -> dict:
    """By which days it is checked and first answers are due."""
    received = timezone.localdate(inquiry.received_at)
    checked = received + datetime.timedelta(days=settings.INQUIRY_CHECK_DAYS)
    return {
        "check_by": checked,
        "answer_by": checked + datetime.timedelta(days=settings.INQUIRY_ANSWER_DAYS),
    }


@transaction.atomic
def add_message(inquiry: Inquiry, text: str):
    """The buyer writes back: to the office, and to the producers that have answered.

    The same text sent twice within minutes, by a second click, is one message.
    """
    recent = inquiry.events.filter(kind=EventKind.BUYER_MESSAGE, at__gt=timezone.now() - DOUBLE)
    if double := recent.filter(text=text).first():
        return double
    event = record(inquiry, EventKind.BUYER_MESSAGE, Actor.BUYER, text=text)
    _tell_office(inquiry, "office_buyer_message", f"office-message-{event.pk}")
    letters.tell_of_buyer_message(event)
    return event


@transaction.atomic
def say_outcome(inquiry: Inquiry, outcome: Outcome):
    """The buyer says how it ended; the office closes it."""
    event = record(inquiry, EventKind.BUYER_OUTCOME, Actor.BUYER, text=str(outcome.label))
    _tell_office(inquiry, "office_buyer_outcome", f"office-outcome-{event.pk}")


@transaction.atomic
def withdraw(inquiry: Inquiry) -> bool:
    """Withdraws the consent: erases what is personal and tells everybody; False if done before."""
    stored = Inquiry.objects.select_for_update(of=("self",)).get(pk=inquiry.pk)
    if stored.withdrawn_at or stored.purged_at:
        return False
    contact = stored.contact if stored.contact_channel == ContactChannel.EMAIL else ""
    stored.withdrawn_at = timezone.now()
    stored.save(update_fields=["withdrawn_at"])
    record(stored, EventKind.WITHDRAWN, Actor.BUYER)
    holders = stored.recipients.producers().filter(sent_at__isnull=False)
    holders = [each.producer for each in holders.select_related("producer")]
    purge.erase(stored, Deletion.Reason.WITHDRAWN)
    # After erasing, which takes back what waits; these go out also when it is over.
    context = {"reference": stored.reference, "at": timezone.localtime(stored.withdrawn_at)}
    key = f"withdrawn-{stored.reference}"
    if contact:
        mails.post("withdrawn", contact, stored.language, key, **context)
    mails.post(
        "office_withdrawn", mails.office_address(), letters.CHINESE, f"{key}-office", **context
    )
    for producer in holders:
        if to := letters.email_of(producer):
            name, own_key = "producer_withdrawn", f"{key}-{producer.pk}"
            mails.post(name, to, letters.CHINESE, own_key, **context)
    inquiry.refresh_from_db()
    return True


def send_links(email: str) -> int:
    """Mails new links to all that `email` has sent and that is not erased; how many.

    One mail for all of them, in the language of the last.
    """
    found = Inquiry.objects.filter(
        contact_digest=digest_of(email),
        contact_channel=ContactChannel.EMAIL,
        purged_at=None,
        merged_into=None,
        spam_at=None,
    )
    with transaction.atomic():
        inquiries = list(found.order_by("-received_at", "-pk")[:10])
        for inquiry in inquiries:
            inquiry.link = issue_link(inquiry)
        if inquiries:
            first = inquiries[0]
            mails.post(
                "lost_link",
                first.contact,
                first.language,
                f"inquiry-{first.pk}-lost-{first.links.count()}",
                inquiries=inquiries,
            )
    return len(inquiries)


def language() -> str:
    """The language in which the form is read, as inquiries keep it."""
    return "en" if get_language() == "en" else "zh-hans"


def _tell_office(inquiry, name, key, **context):
    inbox = settings.SITE_URL + reverse("inquiries:inspect", args=[inquiry.pk])
    letters.tell_office(inquiry, name, key, inbox=inbox, **context)


def _fingerprint(lines) -> set:
    return {(line.product_id, line.quantity, line.unit) for line in lines}
