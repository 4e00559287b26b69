"""What a producer's link shows, to whom, and what becomes of the answers."""

import datetime
import uuid

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from products.inquiries import answering, letters, routing
from products.inquiries.enums import EventKind, RecipientStatus, Route
from products.inquiries.history import record
from products.inquiries.links import issue_link
from products.inquiries.models import Answer
from tests.factories import GIProductFactory, UserFactory
from tests.inquiries.factories import InquiryFactory, InquiryLineFactory, lawful_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]
YESTERDAY = timezone.localdate() - datetime.timedelta(days=1)


class Case:
    """An inquiry sent to one producer, with the address of its link."""

    def __init__(self, lines=1, **fields):
        products = [GIProductFactory(bare=True) for _ in range(lines)]
        self.inquiry = InquiryFactory(line__product=products[0], **fields)
        for product in products[1:]:
            InquiryLineFactory(inquiry=self.inquiry, product=product)
        self.producer = lawful_user(*products)
        pairs = [(line.product, line) for line in self.inquiry.lines.all()]
        routing.save_proposals(self.inquiry, routing.propose(pairs, Route.SUGGEST))
        routing.send(self.inquiry)
        self.recipient = self.inquiry.recipients.get()
        self.lines = list(self.inquiry.lines.all())
        self.new_link()
        mail.outbox.clear()

    def new_link(self):
        """Sets `url`, the path of a new link."""
        self.url = issue_link(self.inquiry, self.recipient).partition("8000")[2]

    def offer(self, **fields):
        """Data of an offer for the first line."""
        line = f"line{self.lines[0].pk}"
        data = {"kind": "offer", "key": str(uuid.uuid4()), "message": ""}
        for each in self.lines:
            data |= {f"line{each.pk}-{name}": "" for name in ("price", "available")}
            data |= {f"line{each.pk}-currency": "CNY", f"line{each.pk}-unit": "kg"}
            data[f"line{each.pk}-quantity"] = "500"
        for name, value in fields.items():
            data[name if name in ("message", "file", "draft") else f"{line}-{name}"] = value
        return data

    def status(self):
        """The status as it is stored."""
        self.recipient.refresh_from_db()
        return self.recipient.status


@pytest.fixture
def case(settings):
    settings.SITE_URL = "http://127.0.0.1:8000"
    return Case(message="For 春节, please")


def test_page_shows_the_inquiry_and_is_kept_by_nobody(client, case):
    page = client.get(case.url)
    for text in (case.inquiry.reference, "For 春节, please", case.inquiry.contact):
        assert text in page.text
    assert page["Cache-Control"] == "private, no-store"
    assert page["Referrer-Policy"] == "same-origin"
    assert "noindex" in page["X-Robots-Tag"]


def test_opening_is_noted_once(client, case):
    for method in (client.head, client.get, client.get):
        method(case.url)
    assert case.inquiry.events.filter(kind=EventKind.OPENED).count() == 1
    assert case.status() == RecipientStatus.OPENED


@pytest.mark.parametrize("how", ["head", "prefetch"])
def test_who_only_looks_ahead_has_not_opened(client, case, how):
    if how == "head":
        client.head(case.url)
    else:
        client.get(case.url, headers={"Sec-Purpose": "prefetch"})
    assert case.status() == RecipientStatus.SENT


def test_offer_reaches_the_buyer(client, case):
    data = case.offer(price="12.5", available="June", message="Fresh 糯米糍")
    page = client.post(case.url, data, follow=True)
    assert page.redirect_chain[0][1] == 302
    assert "12.50 CNY" in page.text
    answer = Answer.objects.get()
    assert (answer.line, answer.quantity, answer.available) == (case.lines[0], 500, "June")
    (message,) = mail.outbox
    assert message.to == [case.inquiry.contact]
    assert "Fresh 糯米糍" in message.body
    assert "/en/inquiries/track/" in message.body
    assert case.status() == RecipientStatus.ANSWERED


def test_form_sent_twice_is_one_answer(client, case):
    data = case.offer(price="12")
    for _ in range(2):
        assert client.post(case.url, data).status_code == 302
    assert Answer.objects.count() == 1
    assert len(mail.outbox) == 1


def test_answer_can_be_amended(client, case):
    for price in ("12", "11"):
        client.post(case.url, case.offer(price=price))
    assert [answer.price for answer in Answer.objects.all()] == [12, 11]


def test_offer_for_one_of_two_lines(client, settings):
    settings.SITE_URL = "http://127.0.0.1:8000"
    case = Case(lines=2)
    client.post(case.url, case.offer(price="12"))
    assert Answer.objects.get().line == case.lines[0]


@pytest.mark.parametrize(
    "fields",
    [
        {"price": "0", "message": "kept"},
        {"price": "-1", "message": "kept"},
        {"price": "1e99", "message": "kept"},
        {"price": "NaN", "message": "kept"},
        {"price": "abc", "message": "kept"},
        {"quantity": "0", "message": "kept"},
        {"unit": "barrel", "message": "kept"},
        {"currency": "XXX", "message": "kept"},
        {"available": "kept" * 50},
        {"message": "kept" * 1000},
        {},
    ],
    ids=lambda fields: " ".join(f"{name}={value}"[:20] for name, value in fields.items()),
)
def test_bad_offer_is_shown_again_with_what_was_typed(client, case, fields):
    page = client.post(case.url, case.offer(**fields))
    assert page.status_code == 422
    assert Answer.objects.count() == 0
    assert not fields or "kept" in page.text


def test_question_and_refusal_reach_the_buyer(client, case):
    key = str(uuid.uuid4())
    client.post(case.url, {"kind": "question", "key": key, "message": "Which size?"})
    assert case.status() == RecipientStatus.ASKED
    key = str(uuid.uuid4())
    client.post(case.url, {"kind": "decline", "key": key, "reason": "no_stock"})
    assert case.status() == RecipientStatus.DECLINED
    question, refusal = mail.outbox
    assert "Which size?" in question.body
    assert "Sold out" in refusal.body


@pytest.mark.parametrize(
    "data",
    [
        {"kind": "question", "message": " "},
        {"kind": "decline", "reason": "rude"},
        {"kind": "decline"},
        {"kind": "question", "message": "?", "key": "no key"},
    ],
)
def test_bad_question_or_refusal_is_not_written(client, case, data):
    page = client.post(case.url, {"key": str(uuid.uuid4()), **data})
    assert page.status_code == 422
    assert Answer.objects.count() == 0


def test_unknown_kind_does_nothing(client, case):
    assert client.post(case.url, {"kind": "burn"}).status_code == 200
    assert Answer.objects.count() == 0


def test_offer_after_a_refusal_counts(client, case):
    key = str(uuid.uuid4())
    client.post(case.url, {"kind": "decline", "key": key, "reason": "price"})
    client.post(case.url, case.offer(price="9"))
    assert case.status() == RecipientStatus.ANSWERED


def test_words_are_shown_as_words(client, case):
    client.post(case.url, case.offer(message="<script>alert(1)</script>"))
    assert "<script>alert" not in client.get(case.url).text


def test_file_of_an_answer_is_stored_and_given_back(client, case):
    file = SimpleUploadedFile("价目 表.pdf", b"%PDF-1.4 prices")
    client.post(case.url, case.offer(price="12", file=file))
    attachment = Answer.objects.get().attachments.get()
    page = client.get(f"{case.url}files/{attachment.pk}/")
    assert b"".join(page.streaming_content) == b"%PDF-1.4 prices"
    assert "attachment" in page["Content-Disposition"]


def test_false_file_is_refused(client, case):
    file = SimpleUploadedFile("prices.pdf", b"MZ\x90")
    page = client.post(case.url, case.offer(price="12", file=file))
    assert page.status_code == 422
    assert Answer.objects.count() == 0


def test_file_of_another_producer_is_not_given(client, case):
    other = Case()
    file = SimpleUploadedFile("a.pdf", b"%PDF-1.4")
    client.post(other.url, other.offer(price="12", file=file))
    attachment = Answer.objects.get().attachments.get()
    assert client.get(f"{case.url}files/{attachment.pk}/").status_code == 404


def test_authorisation_that_ended_before_opening(client, case):
    case.producer.authorisations.update(valid_until=YESTERDAY)
    page = client.get(case.url)
    assert page.status_code == 410
    assert case.inquiry.contact not in page.text
    assert case.status() == RecipientStatus.REMOVED
    assert case.inquiry.recipients.get(producer=None).sent_at
    assert case.inquiry.contact in [address for each in mail.outbox for address in each.to]
    assert client.get(case.url).status_code == 410
    assert len(mail.outbox) == 2


def test_answer_after_the_authorisation_ended_is_not_taken(client, case):
    case.producer.authorisations.update(valid_until=YESTERDAY)
    assert client.post(case.url, case.offer(price="12")).status_code == 410
    assert Answer.objects.count() == 0


@pytest.mark.parametrize("why", ["expired", "replaced", "withdrawn", "spam", "unconsented"])
def test_link_that_no_longer_holds_says_why(client, case, why):
    now = timezone.now()
    if why == "expired":
        case.recipient.links.update(expires_at=now)
    elif why == "replaced":
        case.recipient.links.update(revoked_at=now)
    else:
        field = {"spam": "spam_at", "withdrawn": "withdrawn_at"}.get(why, "forward_consented_at")
        setattr(case.inquiry, field, None if why == "unconsented" else now)
        case.inquiry.save()
    page = client.get(case.url)
    assert page.status_code == 410
    assert case.inquiry.contact not in page.text
    assert page["Cache-Control"] == "private, no-store"
    assert client.post(case.url, case.offer(price="12")).status_code == 410


def test_forged_link_and_the_buyers_link_lead_nowhere(client, case):
    assert client.get("/inquiries/answer/forged/").status_code == 404
    buyers = issue_link(case.inquiry).rstrip("/").rpartition("/")[2]
    assert client.get(f"/inquiries/answer/{buyers}/").status_code == 404


def test_closed_inquiry_takes_no_answer(client, case):
    case.inquiry.closed_at = timezone.now()
    case.inquiry.delete_after = timezone.localdate()
    case.inquiry.save()
    client.post(case.url, case.offer(price="12"))
    assert Answer.objects.count() == 0
    assert "<textarea" not in client.get(case.url).text


def test_buyer_without_mail_is_told_by_the_office(client, settings):
    settings.SITE_URL = "http://127.0.0.1:8000"
    case = Case(contact_channel="phone", contact="+49 30 1234567")
    client.post(case.url, case.offer(price="12"))
    (message,) = mail.outbox
    assert message.to == [letters.mails.office_address()]
    assert "+49" not in message.body
    assert case.inquiry.events.filter(kind=EventKind.NOTE).exists()


def test_staff_record_an_answer_that_came_by_telephone(case):
    user = UserFactory()
    (answer,) = answering.record(
        case.recipient, Answer.Kind.OFFER, {"message": "12 yuan a kilo"}, user=user
    )
    assert answer.recorded_by == user
    assert case.inquiry.events.get(kind=EventKind.ANSWERED).user == user
    assert len(mail.outbox) == 1


def test_what_the_buyer_writes_back_reaches_who_has_asked(client, case):
    data = {"kind": "question", "key": str(uuid.uuid4()), "message": "Which size?"}
    client.post(case.url, data)
    mail.outbox.clear()
    event = record(case.inquiry, EventKind.BUYER_MESSAGE, "buyer", text="The big ones")
    assert letters.tell_of_buyer_message(event) == [case.recipient]
    (message,) = mail.outbox
    assert message.to == ["farm@example.org"]
    assert "The big ones" not in message.body
    case.new_link()
    assert "The big ones" in client.get(case.url).text


@pytest.mark.parametrize("lines", [1, 4])
def test_page_costs_the_same_for_one_line_and_for_four(
    client, settings, lines, django_assert_max_num_queries
):
    settings.SITE_URL = "http://127.0.0.1:8000"
    case = Case(lines=lines)
    client.get(case.url)
    with django_assert_max_num_queries(14):
        client.get(case.url)
