"""Who is reminded, when, and how often."""

import datetime

import pytest
from django.core.management import call_command
from django.utils import timezone

from gi_site.ops.chores import CHORES
from products.inquiries.enums import EventKind
from products.producers.enums import ContactKind
from products.producers.models import Contact
from tests.factories import UserFactory
from tests.inquiries.factories import InquiryFactory, RecipientFactory
from tests.producers.factories import ProducerFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _deadlines(settings):
    settings.INQUIRY_CHECK_DAYS = 2
    settings.INQUIRY_ANSWER_DAYS = 5
    settings.DEFAULT_FROM_EMAIL = "office@example.org"


@pytest.fixture
def remind(mailoutbox):
    """Runs the command twice, as it must not matter; gives who was written to."""

    def run():
        mailoutbox.clear()
        call_command("inquiry_reminders")
        call_command("inquiry_reminders")
        return [mail.to[0] for mail in mailoutbox]

    return run


def ago(days):
    return timezone.now() - datetime.timedelta(days=days)


def waiting(days, email="farm@example.org", **values):
    """A recipient that got an inquiry so many days ago and is lawful."""
    producer = ProducerFactory()
    if email:
        Contact.objects.create(producer=producer, kind=ContactKind.EMAIL, value=email)
    inquiry = InquiryFactory(received_at=ago(days), checked_at=ago(days))
    return RecipientFactory(inquiry=inquiry, producer=producer, sent_at=ago(days), **values)


@pytest.mark.parametrize(("days", "to"), [(1, []), (3, ["office@example.org"])])
def test_the_office_is_reminded_of_what_is_unchecked(remind, days, to):
    InquiryFactory(received_at=ago(days))
    assert remind() == to


def test_the_reminder_goes_to_whom_it_is_assigned(remind):
    InquiryFactory(received_at=ago(3), assigned_to=UserFactory(email="li@example.org"))
    assert remind() == ["li@example.org"]


def test_who_has_left_is_not_reminded(remind):
    gone = UserFactory(email="li@example.org", is_active=False)
    InquiryFactory(received_at=ago(3), assigned_to=gone)
    assert remind() == ["office@example.org"]


def test_after_twice_the_time_the_manager_is_told(remind):
    UserFactory(role="manager", email="manager@example.org")
    UserFactory(role="trade officer", email="officer@example.org")
    inquiry = InquiryFactory(received_at=ago(5), reminded_at=ago(2))
    assert remind() == ["manager@example.org"]
    assert inquiry.events.get().kind == EventKind.ESCALATED


def test_without_a_manager_the_office_is_told(remind):
    InquiryFactory(received_at=ago(5), reminded_at=ago(2))
    assert remind() == ["office@example.org"]


@pytest.mark.parametrize(
    "values", [{"checked_at": ago(1)}, {"spam_at": ago(1)}, {"is_sample": True}]
)
def test_nobody_is_reminded_of_what_is_settled_or_invented(remind, values):
    InquiryFactory(received_at=ago(9), **values)
    assert remind() == []


@pytest.mark.parametrize(("days", "to"), [(4, []), (6, ["farm@example.org"])])
def test_a_producer_is_reminded_with_a_new_link(remind, mailoutbox, days, to):
    recipient = waiting(days)
    assert remind() == to
    assert recipient.links.usable().count() == len(to)
    assert all("/inquiries/answer/" in mail.body for mail in mailoutbox)


def test_then_the_office_is_told(remind):
    recipient = waiting(11, reminded_at=ago(5))
    assert remind() == ["office@example.org"]
    assert recipient.events.get().kind == EventKind.ESCALATED


@pytest.mark.parametrize("field", ["answered_at", "removed_at"])
def test_who_is_not_waited_for_is_not_reminded(remind, field):
    waiting(20, **{field: ago(1)})
    assert remind() == []


def test_of_a_producer_without_email_the_office_is_reminded(remind):
    waiting(6, email="")
    assert remind() == ["office@example.org"]


def test_the_worker_reminds_and_purges():
    assert {"remind_of_inquiries", "purge_inquiries"} <= {chore.__name__ for _, chore in CHORES}
