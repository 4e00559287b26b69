"""Who receives an inquiry, and what happens once a producer is no lawful user any more."""

import datetime
from email import message_from_bytes

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from gi_site.ops.models import OutgoingMail
from products.inquiries import routing
from products.inquiries.enums import EventKind, Route
from products.inquiries.models import Recipient
from tests.factories import GIProductFactory, UserFactory
from tests.inquiries.factories import (
    InquiryFactory,
    InquiryLineFactory,
    authorise,
    lawful_user,
)
from tests.producers.factories import OfferFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
YESTERDAY = timezone.localdate() - datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def _mail_is_queued(settings):
    settings.EMAIL_BACKEND = "gi_site.ops.mail.QueueEmailBackend"


@pytest.fixture
def product():
    return GIProductFactory(bare=True)


def producers_of(proposals):
    return [proposal.producer for proposal in proposals]


def proposed(product, *producers, **fields):
    """A stored inquiry for `product` with these (lawful) producers as recipients."""
    inquiry = InquiryFactory(line__product=product, **fields)
    pairs = [(line.product, line) for line in inquiry.lines.all()]
    proposals = routing.propose(pairs, Route.CHOSEN, producers, is_sample=inquiry.is_sample)
    routing.save_proposals(inquiry, proposals, producers)
    return inquiry


def end_authorisations(producer):
    producer.authorisations.update(valid_until=YESTERDAY)


def mails_to(address):
    return [mail for mail in OutgoingMail.objects.all() if address in mail.recipients]


def test_only_lawful_users_of_the_product_are_proposed(product):
    lawful, other = lawful_user(product), lawful_user(GIProductFactory(bare=True))
    (proposal,) = routing.propose([product], Route.CHOSEN, [lawful, other])
    assert proposal.producer == lawful
    assert proposal.authorisations[product.pk].producer == lawful


@pytest.mark.parametrize(
    "fields",
    [{"valid_until": YESTERDAY}, {"waiting": True}, {"reported": True}],
    ids=["ended", "unconfirmed", "reported"],
)
def test_without_authorisation_in_force_it_goes_to_the_office(product, fields):
    producer = lawful_user()
    authorise(producer, product, **fields)
    (proposal,) = routing.propose([product], Route.CHOSEN, [producer])
    assert proposal.producer is None
    assert proposal.lines == [(product, None)]


def test_samples_receive_no_real_inquiry_and_real_ones_no_sample(product):
    real, sample = lawful_user(product), lawful_user(product, is_sample=True)
    assert producers_of(routing.propose([product], Route.SUGGEST)) == [real]
    assert producers_of(routing.propose([product], Route.SUGGEST, is_sample=True)) == [sample]


def test_five_are_suggested_those_with_an_offer_first(product):
    producers = [lawful_user(product) for _ in range(7)]
    offering = producers[5:]
    for producer in offering:
        OfferFactory(producer=producer, product=product)
    suggested = producers_of(routing.propose([product], Route.SUGGEST))
    assert len(suggested) == 5
    assert set(suggested[:2]) == set(offering)
    assert suggested == producers_of(routing.propose([product], Route.SUGGEST))


@pytest.mark.parametrize(
    "options", [{"route": Route.OFFICE}, {"route": Route.SUGGEST, "may_forward": False}]
)
def test_as_broker_or_without_consent_only_the_office(product, options):
    lawful_user(product)
    assert producers_of(routing.propose([product], **options)) == [None]


def test_each_line_goes_its_own_way(product):
    nobodys = GIProductFactory(bare=True)
    producer = lawful_user(product)
    first, office = routing.propose([product, nobodys, product], Route.SUGGEST)
    assert (first.producer, len(first.lines)) == (producer, 2)
    assert (office.producer, office.lines) == (None, [(nobodys, None)])


@pytest.mark.parametrize("number", [1, 5])
def test_proposing_costs_one_query(product, number, django_assert_num_queries):
    for _ in range(number):
        lawful_user(product)
    with django_assert_num_queries(1):
        routing.propose([product], Route.SUGGEST)


def test_producer_gets_its_link_by_mail_once(product):
    inquiry = proposed(product, lawful_user(product))
    assert routing.send(inquiry, UserFactory()) == []
    routing.send(inquiry)
    (mail,) = mails_to("farm@example.org")
    assert inquiry.reference in mail.subject
    kinds = inquiry.events.values_list("kind", flat=True)
    assert list(kinds) == [EventKind.CHECKED, EventKind.SENT]


def test_mail_to_producer_does_not_say_who_the_buyer_is(product):
    inquiry = proposed(product, lawful_user(product), message="call me")
    routing.send(inquiry)
    (mail,) = mails_to("farm@example.org")
    text = message_from_bytes(bytes(mail.message)).get_payload(decode=True).decode()
    assert "/inquiries/answer/" in text
    for secret in (inquiry.contact, inquiry.buyer_name, "call me"):
        assert secret not in text


def test_producer_without_mail_is_to_be_called(product):
    inquiry = proposed(product, lawful_user(product, email=""))
    (recipient,) = routing.send(inquiry)
    assert routing.send(inquiry) == [recipient]
    assert recipient.sent_at is None
    assert inquiry.events.filter(kind=EventKind.NOTE).count() == 1
    routing.note_sent(recipient, UserFactory())
    assert routing.send(inquiry) == []
    assert inquiry.events.filter(kind=EventKind.SENT).count() == 1


def test_without_consent_to_forward_nothing_goes_to_producers(product):
    inquiry = proposed(product, lawful_user(product), forward_consented_at=None)
    recipient = inquiry.recipients.get()
    routing.send(inquiry)
    for act in (routing.resend, routing.note_sent):
        with pytest.raises(ValidationError):
            act(recipient, None)
    with pytest.raises(ValidationError):
        routing.reroute(inquiry, lawful_user(product), None)
    assert mails_to("farm@example.org") == []


def test_withdrawn_inquiry_is_not_sent(product):
    inquiry = proposed(product, lawful_user(product), withdrawn_at=timezone.now())
    with pytest.raises(ValidationError):
        routing.send(inquiry)


def test_what_ended_before_sending_goes_to_the_office_and_all_are_told(product):
    producer = lawful_user(product)
    inquiry = proposed(product, producer)
    end_authorisations(producer)
    routing.send(inquiry)
    assert mails_to("farm@example.org") == []
    assert inquiry.recipients.get(producer=producer).removed_at
    office = inquiry.recipients.get(producer=None)
    assert office.sent_at
    assert [each.line.product for each in office.lines.all()] == [product]
    assert len(mails_to(inquiry.contact)) == 1
    assert len(mails_to(routing.letters.mails.office_address())) == 1
    assert inquiry.events.filter(kind=EventKind.REMOVED).count() == 1


def test_line_that_another_producer_has_stays_there(product):
    first, second = lawful_user(product), lawful_user(product)
    inquiry = proposed(product, first, second)
    end_authorisations(first)
    routing.send(inquiry)
    assert not inquiry.recipients.filter(producer=None).exists()
    assert inquiry.recipients.get(producer=second).sent_at


def test_only_the_line_that_ended_is_taken_back(product):
    other = GIProductFactory(bare=True)
    producer = lawful_user(product, other)
    inquiry = InquiryFactory(line__product=product)
    InquiryLineFactory(inquiry=inquiry, product=other)
    pairs = [(line.product, line) for line in inquiry.lines.all()]
    routing.save_proposals(inquiry, routing.propose(pairs, Route.SUGGEST))
    routing.send(inquiry)
    recipient = inquiry.recipients.get(producer=producer)
    producer.authorisations.filter(product=other).update(valid_until=YESTERDAY)
    assert [line.product for line in routing.recheck(recipient)] == [other]
    assert routing.recheck(recipient) == []
    assert recipient.removed_at is None
    assert recipient.lines.get(removed_at=None).line.product == product


def test_renewed_before_sending_the_new_authorisation_is_noted(product):
    producer = lawful_user(product)
    inquiry = proposed(product, producer)
    end_authorisations(producer)
    renewed = authorise(producer, product)
    routing.send(inquiry)
    assert inquiry.recipients.get().lines.get().authorisation == renewed


def test_rerouted_after_sending_goes_out_at_once(product):
    inquiry = proposed(product, lawful_user(product))
    routing.send(inquiry)
    second = lawful_user(product, email="second@example.org")
    recipient = routing.reroute(inquiry, second, UserFactory())
    assert recipient.sent_at
    assert len(mails_to("second@example.org")) == 1


def test_rerouting_needs_a_lawful_user(product):
    inquiry = proposed(product, lawful_user(product))
    with pytest.raises(ValidationError):
        routing.reroute(inquiry, lawful_user(), None)
    assert Recipient.objects.count() == 1


def test_removed_producer_that_is_lawful_again_can_be_sent_to_again(product):
    producer = lawful_user(product)
    inquiry = proposed(product, producer)
    end_authorisations(producer)
    routing.send(inquiry)
    authorise(producer, product)
    recipient = routing.reroute(inquiry, producer, UserFactory())
    assert recipient.removed_at is None
    assert len(mails_to("farm@example.org")) == 1


def test_link_sent_again_replaces_the_earlier(product):
    inquiry = proposed(product, lawful_user(product))
    routing.send(inquiry)
    recipient = inquiry.recipients.get()
    routing.resend(recipient, UserFactory())
    assert len(mails_to("farm@example.org")) == 2
    assert recipient.links.usable().count() == 1
