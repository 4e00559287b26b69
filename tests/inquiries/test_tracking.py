"""The page behind the buyer's secret link."""

import datetime

import pytest
from django.core import mail
from django.db import OperationalError
from django.utils import timezone

from gi_site.intake.limiter import digest_of
from products.inquiries import submission
from products.inquiries.enums import EventKind
from products.inquiries.history import record
from products.inquiries.links import issue_link
from products.inquiries.models import AccessLink, Deletion, InquiryEvent
from tests.inquiries.factories import InquiryFactory, RecipientFactory

pytestmark = pytest.mark.django_db
LOST = "/en/inquiries/lost-link/"


@pytest.fixture
def inquiry(tree):
    return InquiryFactory()


def path(inquiry, recipient=None) -> str:
    return "/en/" + issue_link(inquiry, recipient).split("/en/")[-1]


def test_timeline_shows_what_the_buyer_may_see(client, inquiry):
    record(inquiry, EventKind.RECEIVED, "buyer")
    record(inquiry, EventKind.NOTE, "office", text="a difficult customer")
    page = client.get(path(inquiry)).content.decode()
    assert "Received" in page
    assert "difficult" not in page


@pytest.mark.parametrize("fault", ["expired", "forged", "revoked", "erased"])
def test_link_that_does_not_work(client, inquiry, fault):
    address = path(inquiry)
    if fault == "expired":
        AccessLink.objects.update(expires_at=timezone.now() - datetime.timedelta(seconds=1))
    elif fault == "revoked":
        AccessLink.objects.update(revoked_at=timezone.now())
    elif fault == "erased":
        inquiry.purged_at = timezone.now()
        inquiry.save()
    else:
        address = address[:-2] + ("A/" if address[-2] != "A" else "B/")
    answer = client.get(address)
    assert answer.status_code == 404
    assert LOST in answer.content.decode()
    assert answer["Cache-Control"] == "private, no-store"


def test_link_of_a_producer_shows_nothing_of_the_buyer(client, inquiry):
    recipient = RecipientFactory(inquiry=inquiry)
    token = issue_link(inquiry, recipient).rstrip("/").split("/")[-1]
    assert client.get(f"/en/inquiries/track/{token}/").status_code == 404


def test_message_sent_twice_is_one(client, inquiry):
    address = path(inquiry)
    for _time in range(2):
        answer = client.post(address, {"action": "message", "message-text": "Grade A <b>"})
        assert answer.status_code == 302
    assert inquiry.events.get(kind=EventKind.BUYER_MESSAGE).text == "Grade A <b>"
    assert "Grade A &lt;b&gt;" in client.get(answer.url).content.decode()


def test_database_away_keeps_the_message(client, inquiry, monkeypatch):
    def fail(*args):
        raise OperationalError("attempt to write a readonly database")

    monkeypatch.setattr(submission, "add_message", fail)
    data = {"action": "message", "message-text": "Grade A"}
    answer = client.post(path(inquiry), data)
    assert answer.status_code == 503
    assert 'name="message-text" value="Grade A"' in answer.content.decode()


def test_empty_message_and_unknown_outcome_are_refused(client, inquiry):
    address = path(inquiry)
    assert client.post(address, {"action": "message", "message-text": " "}).status_code == 422
    assert client.post(address, {"action": "outcome", "outcome-outcome": "x"}).status_code == 422
    assert not InquiryEvent.objects.exists()


def test_buyer_says_how_it_ended(client, inquiry):
    answer = client.post(path(inquiry), {"action": "outcome", "outcome-outcome": "deal"})
    assert "A deal was made" in client.get(answer.url).content.decode()
    assert inquiry.events.filter(kind=EventKind.BUYER_OUTCOME).exists()


def test_withdrawing_erases_and_gives_a_receipt(
    client, inquiry, django_capture_on_commit_callbacks
):
    address = path(inquiry)
    assert "cannot be undone" in client.get(f"{address}?withdraw").content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(address, {"action": "withdraw"}, follow=True)
    assert inquiry.reference in answer.content.decode()
    inquiry.refresh_from_db()
    assert not inquiry.buyer_name
    assert not inquiry.contact
    assert inquiry.withdrawn_at
    assert Deletion.objects.get().reason == Deletion.Reason.WITHDRAWN
    assert client.get(address).status_code == 404
    assert any(inquiry.reference in each.subject for each in mail.outbox)


def test_forged_receipt_is_none(client, tree):
    assert client.get("/en/inquiries/withdrawn/forged/").status_code == 404


@pytest.mark.parametrize("contact", ["known", "nobody@example.org"])
def test_lost_link_never_says_whether_there_is_an_inquiry(
    client, inquiry, contact, django_capture_on_commit_callbacks
):
    inquiry.contact_digest = digest_of(inquiry.contact)
    inquiry.save()
    to = inquiry.contact.upper() if contact == "known" else contact
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(LOST, {"contact": to})
    assert (answer.status_code, answer.url) == (302, f"{LOST}?asked=1")
    assert len(mail.outbox) == (contact == "known")
    if mail.outbox:
        assert mail.outbox[0].to == [inquiry.contact]
        assert "/inquiries/track/" in str(mail.outbox[0].message())


@pytest.mark.parametrize("address", ["/inquiries/privacy/", "/en/inquiries/lost-link/"])
def test_pages_without_a_secret_are_private_too(client, tree, address):
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("count", [1, 4])
def test_queries_do_not_grow(client, inquiry, count, django_assert_max_num_queries):
    for recipient in RecipientFactory.create_batch(count, inquiry=inquiry):
        record(inquiry, EventKind.SENT, "office", recipient=recipient)
    address = path(inquiry)
    client.get(address)
    with django_assert_max_num_queries(16):
        client.get(address)
