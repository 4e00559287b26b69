"""Staff send inquiries, add recipients and record answers."""

import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from products.inquiries import routing
from products.inquiries.enums import EventKind, Route
from products.inquiries.models import Answer, Recipient
from products.producers.enums import ContactKind
from products.producers.models import Contact
from products.registry.models import Authorisation
from tests.factories import ProtectionFactory, UserFactory
from tests.inquiries.factories import InquiryFactory
from tests.producers.factories import ProducerFactory
from tests.registry.factories import AuthorisationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(client):
    user = UserFactory(role="trade officer")
    client.force_login(user)
    return user


@pytest.fixture
def right():
    return ProtectionFactory()


def lawful(right, email="farm@example.org"):
    producer = ProducerFactory()
    if email:
        Contact.objects.create(producer=producer, kind=ContactKind.EMAIL, value=email)
    AuthorisationFactory(protection=right, producer=producer)
    return producer


@pytest.fixture
def inquiry(right):
    """Proposed to one lawful producer."""
    lawful(right)
    inquiry = InquiryFactory(line__product=right.product)
    pairs = [(line.product, line) for line in inquiry.lines.all()]
    routing.save_proposals(inquiry, routing.propose(pairs, Route.SUGGEST))
    return inquiry


def take(client, inquiry, step, **data):
    response = client.post(reverse("inquiries:step", args=[inquiry.pk, step]), data)
    inquiry.refresh_from_db()
    return response


def test_checked_it_is_sent_once(client, officer, inquiry, mailoutbox):
    take(client, inquiry, "send")
    take(client, inquiry, "send")
    assert [mail.to for mail in mailoutbox if "/answer/" in mail.body] == [["farm@example.org"]]
    assert inquiry.events.get(kind=EventKind.CHECKED).user == officer
    assert inquiry.status == "sent"


def test_who_was_taken_out_gets_nothing(client, officer, inquiry, mailoutbox):
    take(client, inquiry, "drop", recipient=inquiry.recipients.get().pk)
    take(client, inquiry, "send")
    assert not mailoutbox
    assert inquiry.checked_at


def test_who_lost_the_right_since_gets_nothing(client, officer, inquiry, mailoutbox):
    Authorisation.objects.update(valid_until="2023-01-01")
    take(client, inquiry, "send")
    assert not [mail for mail in mailoutbox if mail.to == ["farm@example.org"]]


def test_a_new_link_is_sent_and_the_old_one_ends(client, officer, inquiry, mailoutbox):
    take(client, inquiry, "send")
    recipient = inquiry.recipients.producers().get()
    mailoutbox.clear()
    take(client, inquiry, "resend", recipient=recipient.pk)
    assert [mail.to for mail in mailoutbox] == [["farm@example.org"]]
    assert (recipient.links.count(), recipient.links.usable().count()) == (2, 1)


def test_another_lawful_producer_is_added(client, officer, inquiry, right, mailoutbox):
    other = lawful(right, "other@example.org")
    take(client, inquiry, "send")
    take(client, inquiry, "reroute", to=other.pk)
    assert ["other@example.org"] in [mail.to for mail in mailoutbox]


def test_who_is_not_lawful_cannot_be_added(client, officer, inquiry):
    response = take(client, inquiry, "reroute", to=ProducerFactory().pk)
    assert response.status_code == 422
    assert inquiry.recipients.count() == 1


def test_a_producer_without_email_is_noted_as_told(client, officer, inquiry, right):
    other = lawful(right, email="")
    take(client, inquiry, "send")
    take(client, inquiry, "reroute", to=other.pk)
    recipient = inquiry.recipients.get(producer=other)
    assert recipient.sent_at is None
    take(client, inquiry, "called", recipient=recipient.pk)
    recipient.refresh_from_db()
    assert recipient.sent_at


def answer(inquiry, **values):
    recipient = Recipient.objects.get(inquiry=inquiry)
    start = {"recipient": recipient.pk, "kind": "offer", "price": 12, "currency": "CNY"}
    return start | {"key": uuid.uuid4()} | values


def test_an_answer_by_telephone_is_recorded_once(client, officer, inquiry, mailoutbox):
    take(client, inquiry, "send")
    mailoutbox.clear()
    values = answer(inquiry, line=inquiry.lines.get().pk)
    take(client, inquiry, "answer", **values)
    take(client, inquiry, "answer", **values)
    recorded = Answer.objects.get()
    assert (recorded.price, recorded.recorded_by) == (12, officer)
    assert [mail.to for mail in mailoutbox] == [[inquiry.contact]]
    assert inquiry.status == "answered"


@pytest.mark.parametrize(
    "values",
    [
        {"price": ""},
        {"price": -1},
        {"price": "1e99"},
        {"currency": ""},
        {"kind": "decline"},
        {"kind": "question"},
        {"kind": "bribe"},
        {"key": "x"},
    ],
)
def test_a_wrong_answer_is_refused(client, officer, inquiry, values):
    Recipient.objects.update(sent_at=timezone.now())
    assert take(client, inquiry, "answer", **answer(inquiry, **values)).status_code == 422
    assert not Answer.objects.exists()


def test_no_answer_of_who_is_no_longer_lawful(client, officer, inquiry):
    take(client, inquiry, "send")
    Authorisation.objects.update(valid_until="2023-01-01")
    values = answer(inquiry)
    assert take(client, inquiry, "answer", **values).status_code == 422
    assert not Answer.objects.exists()
