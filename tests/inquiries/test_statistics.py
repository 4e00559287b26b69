"""Reply rates and the programme's figures."""

import datetime

import pytest
from django.utils import timezone

from products.inquiries.statistics import programme_figures, reply_figures
from tests.factories import UserFactory
from tests.inquiries.factories import InquiryFactory, RecipientFactory
from tests.producers.factories import ProducerFactory

pytestmark = pytest.mark.django_db
HOUR = datetime.timedelta(hours=1)


@pytest.fixture
def producer():
    return ProducerFactory()


def sent(producer, hours=None, **values):
    """An inquiry, answered after so many hours or not at all."""
    sent_at = timezone.now() - 200 * HOUR
    answered_at = sent_at + hours * HOUR if hours is not None else None
    recipient = {key: values.pop(key) for key in ("declined_at", "removed_at") if key in values}
    return RecipientFactory(
        inquiry=InquiryFactory(received_at=sent_at - 2 * HOUR, **values),
        producer=producer,
        sent_at=sent_at,
        answered_at=answered_at,
        **recipient,
    )


def test_rate_and_median_time(producer):
    for hours in (1, 3, 5, None, None):
        sent(producer, hours)
    [figures] = reply_figures()
    assert (figures.inquiries, figures.rate, figures.time) == (5, 0.6, 3 * HOUR)


def test_a_refusal_counts_as_an_answer(producer):
    for _number in range(5):
        sent(producer, 1, declined_at=timezone.now())
    assert reply_figures()[0].rate == 1


def test_under_5_inquiries_nothing_is_told(producer):
    for _number in range(4):
        sent(producer, 1)
    [figures] = reply_figures()
    assert (figures.inquiries, figures.rate, figures.time) == (4, None, None)


@pytest.mark.parametrize(
    "values", [{"is_sample": True}, {"spam_at": timezone.now()}, {"removed_at": timezone.now()}]
)
def test_samples_spam_and_what_was_taken_back_do_not_count(producer, values):
    sent(producer, **values)
    assert reply_figures() == []


def test_the_programme_counts_what_was_handled(producer):
    sent(producer, 4)
    now = timezone.now()
    InquiryFactory(spam_at=now)
    InquiryFactory(
        closed_at=now, delete_after=now, outcome="deal", is_repeat=True, farmers_reached=7
    )
    InquiryFactory(is_sample=True)
    InquiryFactory(merged_into=InquiryFactory())
    figures = programme_figures()
    assert (figures.received, figures.handled, figures.first_reply) == (4, 2, 6 * HOUR)
    assert (figures.deals, figures.repeat_deals, figures.farmers) == (1, 1, 7)


def test_figures_cost_the_same_with_1_and_10_producers(django_assert_num_queries):
    for _number in range(10):
        sent(ProducerFactory(), 1)
    with django_assert_num_queries(2):
        reply_figures()


def test_the_page_shows_the_producers(client, producer):
    sent(producer, 1)
    client.force_login(UserFactory(role="manager"))
    assert str(producer) in client.get("/admin/reports/inquiries/").text
