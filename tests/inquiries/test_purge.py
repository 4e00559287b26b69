"""What is erased, when, and what remains."""

import datetime

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.utils import timezone

from gi_site.ops.models import OutgoingMail
from products.inquiries import closing, purge
from products.inquiries.enums import Actor, EventKind, Outcome
from products.inquiries.history import record
from products.inquiries.links import issue_link
from products.inquiries.models import Answer, Attachment, Deletion, Inquiry
from tests.inquiries.factories import InquiryFactory, RecipientFactory

pytestmark = pytest.mark.django_db
SECRETS = ("Ms Miller", "Miller Ltd", "miller@example.org", "call me", "big ones", "dear Ms Miller")


@pytest.fixture
def inquiry():
    """An inquiry with something personal wherever there can be."""
    inquiry = InquiryFactory(
        buyer_name="Ms Miller",
        buyer_organisation="Miller Ltd",
        contact="miller@example.org",
        contact_digest="d" * 64,
        message="call me",
        line__form="big ones",
    )
    recipient = RecipientFactory(inquiry=inquiry, sent_at=timezone.now())
    Answer.objects.create(
        recipient=recipient,
        submission_key="00000000-0000-0000-0000-000000000001",
        kind=Answer.Kind.OFFER,
        price=12,
        message="dear Ms Miller",
    )
    record(inquiry, EventKind.BUYER_MESSAGE, Actor.BUYER, text="call me")
    issue_link(inquiry)
    Attachment.objects.create(
        inquiry=inquiry, file=ContentFile(b"x", "a.pdf"), name="Ms Miller.pdf", size=1
    )
    return inquiry


def everything(inquiry) -> str:
    """All that is stored of `inquiry`, as text."""
    rows = [inquiry, *inquiry.lines.all(), *inquiry.events.all(), *inquiry.attachments.all()]
    rows += Answer.objects.filter(recipient__inquiry=inquiry)
    return " ".join(str(vars(row)) for row in rows)


def test_nothing_personal_is_left(inquiry):
    assert all(secret in everything(inquiry) for secret in SECRETS)
    purge.erase(inquiry, Deletion.Reason.WITHDRAWN)
    inquiry = Inquiry.objects.get()
    assert not any(secret in everything(inquiry) for secret in SECRETS)
    assert not inquiry.links.exists()


def test_the_row_for_statistics_stays(inquiry):
    purge.erase(inquiry, Deletion.Reason.DUE)
    line = inquiry.lines.get()
    assert (line.quantity, bool(line.product_id)) == (500, True)
    assert Answer.objects.get().price == 12
    assert (inquiry.buyer_country.code, inquiry.purged_at is None) == ("DE", False)


def test_files_leave_the_storage_once_committed(inquiry, django_capture_on_commit_callbacks):
    file = inquiry.attachments.get().file
    with django_capture_on_commit_callbacks() as callbacks:
        purge.erase(inquiry, Deletion.Reason.DUE)
    assert file.storage.exists(file.name)
    for callback in callbacks:
        callback()
    assert not file.storage.exists(file.name)


def test_the_log_names_reference_reason_and_number_of_files_only(inquiry):
    purge.erase(inquiry, Deletion.Reason.WITHDRAWN)
    deletion = Deletion.objects.get()
    assert (deletion.reference, deletion.reason, deletion.files) == (
        inquiry.reference,
        "withdrawn",
        1,
    )


def test_erasing_twice_is_logged_once(inquiry):
    purge.erase(inquiry, Deletion.Reason.DUE)
    assert purge.erase(inquiry, Deletion.Reason.DUE) is None
    assert Deletion.objects.count() == 1


def test_mail_that_has_not_gone_out_is_erased(inquiry, settings):
    settings.EMAIL_BACKEND = "gi_site.ops.mail.QueueEmailBackend"
    closing.close(inquiry, Outcome.DEAL)
    assert OutgoingMail.objects.filter(key__startswith=f"inquiry-{inquiry.pk}-").exists()
    purge.erase(inquiry, Deletion.Reason.DUE)
    assert not OutgoingMail.objects.filter(key__startswith=f"inquiry-{inquiry.pk}-").exists()


def test_doubles_are_erased_with_the_inquiry_they_were_merged_into(inquiry):
    double = InquiryFactory(merged_into=inquiry, contact="miller@example.org")
    purge.erase(inquiry, Deletion.Reason.WITHDRAWN)
    double.refresh_from_db()
    assert (double.contact, Deletion.objects.count()) == ("", 2)


def test_closing_sets_the_day_of_deletion(inquiry, settings):
    settings.INQUIRY_RETENTION_DAYS = 30
    closing.close(inquiry, Outcome.DEAL)
    assert inquiry.delete_after == timezone.localdate() + datetime.timedelta(days=30)


def test_opening_again_takes_the_day_of_deletion_back(inquiry):
    closing.close(inquiry, Outcome.DEAL)
    assert closing.reopen(inquiry)
    assert (inquiry.delete_after, inquiry.outcome, inquiry.is_open) == (None, "", True)


def test_what_is_erased_is_not_opened_again(inquiry):
    closing.close(inquiry, Outcome.DEAL)
    purge.erase(inquiry, Deletion.Reason.DUE)
    assert not closing.reopen(inquiry)


@pytest.mark.parametrize(("days", "is_erased"), [(-1, True), (0, True), (1, False)])
def test_the_command_erases_on_the_day(inquiry, days, is_erased):
    day = timezone.localdate() + datetime.timedelta(days=days)
    Inquiry.objects.update(delete_after=day)
    call_command("purge_inquiries")
    inquiry.refresh_from_db()
    assert bool(inquiry.purged_at) == is_erased


@pytest.mark.parametrize(("days", "is_closed"), [(364, False), (366, True)])
def test_what_nobody_touches_is_closed_some_day(days, is_closed):
    then = timezone.now() - datetime.timedelta(days=days)
    inquiry = InquiryFactory(received_at=timezone.now() - datetime.timedelta(days=900))
    record(inquiry, EventKind.NOTE, Actor.OFFICE)
    inquiry.events.update(at=then)
    record(inquiry, EventKind.VIEWED, Actor.OFFICE)
    call_command("purge_inquiries")
    inquiry.refresh_from_db()
    assert (not inquiry.is_open) == is_closed
    assert inquiry.outcome == ("no_answer" if is_closed else "")
