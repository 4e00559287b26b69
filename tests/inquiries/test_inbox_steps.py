"""What staff do with an inquiry."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from products.inquiries.enums import EventKind, Outcome
from products.inquiries.inbox_forms import MessageForm
from products.inquiries.links import issue_link
from products.inquiries.models import AnswerTemplate, Inquiry, SpamMark
from tests.factories import UserFactory
from tests.inquiries.factories import InquiryFactory, RecipientFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(client):
    user = UserFactory(role="trade officer")
    client.force_login(user)
    return user


def take(client, inquiry, step, **data):
    response = client.post(reverse("inquiries:step", args=[inquiry.pk, step]), data)
    inquiry.refresh_from_db()
    return response


def kinds(inquiry):
    return list(inquiry.events.order_by("pk").values_list("kind", flat=True))


def test_a_note_is_kept_once_however_often_it_is_sent(client, officer):
    inquiry = InquiryFactory()
    take(client, inquiry, "note", text="Known firm")
    take(client, inquiry, "note", text="Known firm")
    event = inquiry.events.get(kind=EventKind.NOTE)
    assert (event.text, event.user) == ("Known firm", officer)


def test_a_message_reaches_the_buyer_by_mail_once(client, officer, mailoutbox):
    inquiry = InquiryFactory(contact="miller@example.org")
    take(client, inquiry, "message", text="How many boxes?")
    take(client, inquiry, "message", text="How many boxes?")
    [mail] = mailoutbox
    assert mail.to == ["miller@example.org"]
    assert inquiry.reference in mail.subject
    assert "How many boxes?" in mail.body
    assert "/en/inquiries/track/" in mail.body
    assert inquiry.events.filter(kind=EventKind.OFFICE_MESSAGE).count() == 1


def test_a_buyer_without_email_is_to_be_told_otherwise(client, officer, mailoutbox):
    inquiry = InquiryFactory(contact_channel="phone", contact="+49 1")
    response = take(client, inquiry, "message", text="Hello")
    [message] = get_messages(response.wsgi_request)
    assert str(message) != str(MessageForm.done)
    assert not mailoutbox


def test_what_was_typed_stays_when_it_is_wrong(client, officer):
    response = take(client, InquiryFactory(), "message", text="x" * 3001)
    assert response.status_code == 422
    assert "x" * 3001 in response.text


@pytest.mark.parametrize(("language", "shown"), [("en", "Dear buyer"), ("zh-hans", "您好")])
def test_a_template_fills_the_message_in_the_buyers_language(client, officer, language, shown):
    template = AnswerTemplate.objects.create(title="Hello", body_zh="您好", body_en="Dear buyer")
    inquiry = InquiryFactory(language=language)
    url = reverse("inquiries:inspect", args=[inquiry.pk])
    response = client.get(url, {"template": template.pk})
    assert response.context["message_form"]["text"].value() == shown


def test_an_inquiry_is_assigned_and_given_back(client, officer):
    inquiry = InquiryFactory()
    take(client, inquiry, "assign", assigned_to=officer.pk)
    take(client, inquiry, "assign", assigned_to=officer.pk)
    assert (inquiry.assigned_to, kinds(inquiry)) == (officer, ["assigned"])
    take(client, inquiry, "assign", assigned_to="")
    assert inquiry.assigned_to is None


def test_nobody_is_assigned_who_may_not_work_on_inquiries(client, officer):
    response = take(client, InquiryFactory(), "assign", assigned_to=UserFactory(role="editor").pk)
    assert response.status_code == 422


def test_spam_is_learned_and_settled(client, officer):
    inquiry = InquiryFactory(contact_digest="d" * 64)
    take(client, inquiry, "spam")
    take(client, inquiry, "spam")
    assert (inquiry.status, bool(inquiry.delete_after)) == ("spam", True)
    assert SpamMark.objects.get().digest == "d" * 64
    assert kinds(inquiry) == ["spam"]


def test_no_spam_after_all(client, officer):
    inquiry = InquiryFactory(contact_digest="d" * 64)
    take(client, inquiry, "spam")
    take(client, inquiry, "not-spam")
    assert (inquiry.status, inquiry.delete_after) == ("received", None)
    assert not SpamMark.objects.exists()


def test_a_double_is_merged_and_its_link_leads_to_the_other(client, officer):
    kept, double = (InquiryFactory(contact_digest="d" * 64) for _ in range(2))
    issue_link(double)
    take(client, double, "merge", into=kept.pk)
    assert (double.merged_into, double.status) == (kept, "merged")
    assert kept.links.count() == 1
    assert (kinds(double), kinds(kept)) == (["merged"], ["merged"])


def test_what_was_sent_is_not_merged(client, officer):
    kept, double = (InquiryFactory(contact_digest="d" * 64) for _ in range(2))
    RecipientFactory(inquiry=double, sent_at=timezone.now())
    assert take(client, double, "merge", into=kept.pk).status_code == 422
    assert double.merged_into is None


def test_inquiries_of_others_are_no_doubles(client, officer):
    double = InquiryFactory(contact_digest="d" * 64)
    other = InquiryFactory(contact_digest="e" * 64)
    assert take(client, double, "merge", into=other.pk).status_code == 422


def test_closing_keeps_the_outcome_and_tells_the_buyer(client, officer, mailoutbox):
    inquiry = InquiryFactory()
    values = {"outcome": "deal", "value_band": "10-50", "is_repeat": "true", "farmers_reached": 12}
    take(client, inquiry, "close", **values)
    take(client, inquiry, "close", **values)
    assert (inquiry.outcome, inquiry.value_band, inquiry.is_repeat, inquiry.farmers_reached) == (
        Outcome.DEAL,
        "10-50",
        True,
        12,
    )
    assert (len(mailoutbox), kinds(inquiry)) == (1, ["closed"])


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"outcome": "won"},
        {"outcome": "no_deal", "farmers_reached": 3},
        {"outcome": "deal", "farmers_reached": -1},
        {"outcome": "deal", "farmers_reached": "1e99"},
        {"outcome": "deal", "value_band": "x"},
    ],
)
def test_a_wrong_outcome_is_refused(client, officer, values):
    inquiry = InquiryFactory()
    assert take(client, inquiry, "close", **values).status_code == 422
    assert inquiry.is_open


def test_what_is_closed_goes_on_again(client, officer):
    inquiry = InquiryFactory()
    take(client, inquiry, "close", outcome="no_deal")
    take(client, inquiry, "reopen")
    assert (inquiry.is_open, inquiry.delete_after) == (True, None)


def test_a_recipient_is_taken_out(client, officer):
    recipient = RecipientFactory(sent_at=timezone.now())
    issue_link(recipient.inquiry, recipient)
    take(client, recipient.inquiry, "drop", recipient=recipient.pk)
    take(client, recipient.inquiry, "drop", recipient=recipient.pk)
    recipient.refresh_from_db()
    assert recipient.removed_at
    assert not recipient.links.usable().exists()
    assert kinds(recipient.inquiry) == ["removed"]


def test_who_has_answered_stays_a_recipient(client, officer):
    recipient = RecipientFactory(sent_at=timezone.now(), answered_at=timezone.now())
    response = take(client, recipient.inquiry, "drop", recipient=recipient.pk)
    assert response.status_code == 422


def test_a_recipient_of_another_inquiry_is_refused(client, officer):
    other = RecipientFactory()
    response = take(client, InquiryFactory(), "drop", recipient=other.pk)
    assert response.status_code == 422


def test_an_unknown_step_is_not_found(client, officer):
    assert take(client, InquiryFactory(), "explode").status_code == 404


def test_nothing_is_done_by_following_a_link(client, officer):
    inquiry = InquiryFactory()
    client.get(reverse("inquiries:step", args=[inquiry.pk, "spam"]))
    assert Inquiry.objects.get().is_open
