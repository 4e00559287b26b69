"""The list of inquiries and the page of one, as staff see them."""

import datetime
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from gi_site.intake.inbox import NOBODY
from products.inquiries.enums import EventKind
from products.inquiries.models import Answer, Attachment, Inquiry, InquiryEvent, RecipientLine
from tests.factories import UserFactory
from tests.inquiries.factories import InquiryFactory, InquiryLineFactory, RecipientFactory
from tests.registry.factories import AuthorisationFactory

pytestmark = pytest.mark.django_db
LIST = "/admin/inquiries/"
NOW = timezone.now


def ago(days):
    return timezone.now() - datetime.timedelta(days=days)


@pytest.fixture
def officer(client):
    user = UserFactory(role="trade officer")
    client.force_login(user)
    return user


def page(inquiry):
    return reverse("inquiries:inspect", args=[inquiry.pk])


def listed(client, **filters):
    response = client.get(LIST, filters)
    return {inquiry.reference for inquiry in response.context["object_list"]}


def test_the_list_shows_no_personal_data(client, officer):
    InquiryFactory(buyer_name="Ms Miller", contact="miller@example.org", message="call me")
    text = client.get(LIST).text
    assert "HZ-" in text
    assert not any(secret in text for secret in ("Miller", "miller@", "call me"))


def test_each_filter_finds_its_inquiries(client, officer):
    old = InquiryFactory(received_at=ago(40), buyer_country="JP")
    sent = InquiryFactory(checked_at=NOW(), assigned_to=officer)
    RecipientFactory(inquiry=sent, sent_at=NOW())
    product = sent.lines.get().product
    InquiryLineFactory(inquiry=sent, product=product)
    sample = InquiryFactory(is_sample=True)
    assert listed(client, status="sent") == {sent.reference}
    assert listed(client, status=["sent", "received"]) == {
        each.reference for each in (old, sent, sample)
    }
    assert listed(client, product=product.pk) == {sent.reference}
    assert listed(client, age="30") == {old.reference}
    assert listed(client, is_overdue="true") == {old.reference}
    assert listed(client, assigned_to=officer.pk) == {sent.reference}
    assert listed(client, assigned_to=NOBODY) == {old.reference, sample.reference}
    assert listed(client, buyer_country="JP") == {old.reference}
    assert listed(client, is_sample="true") == {sample.reference}
    assert listed(client, q=old.reference[3:7]) == {old.reference}


@pytest.mark.parametrize("filters", [{"status": "x"}, {"product": "x"}, {"age": "x"}])
def test_a_wrong_filter_shows_nothing(client, officer, filters):
    InquiryFactory()
    assert listed(client, **filters) == set()


@pytest.mark.parametrize(
    ("values", "sent_at", "is_overdue"),
    [
        ({"received_at": ago(1)}, None, False),
        ({"received_at": ago(3)}, None, True),
        ({"received_at": ago(3), "spam_at": ago(2)}, None, False),
        ({"received_at": ago(9), "checked_at": ago(8)}, ago(4), False),
        ({"received_at": ago(9), "checked_at": ago(8)}, ago(6), True),
    ],
)
def test_overdue_is_what_waits_longer_than_promised(values, sent_at, is_overdue):
    inquiry = InquiryFactory(**values)
    RecipientFactory(inquiry=inquiry, sent_at=sent_at)
    assert Inquiry.objects.with_overdue().get(pk=inquiry.pk).is_overdue == is_overdue


def test_the_list_costs_the_same_with_3_and_30(client, officer, django_assert_max_num_queries):
    for _number in range(3):
        RecipientFactory(sent_at=NOW())
    client.get(LIST)
    with django_assert_max_num_queries(100) as with_3:
        client.get(LIST)
    for _number in range(27):
        RecipientFactory(sent_at=NOW())
    with django_assert_max_num_queries(len(with_3)):
        client.get(LIST)


def test_the_page_shows_everything_to_the_officer(client, officer):
    inquiry = InquiryFactory(buyer_name="Ms Miller", message="call me")
    recipient = RecipientFactory(inquiry=inquiry)
    text = client.get(page(inquiry)).text
    for shown in (inquiry.reference, "Ms Miller", "call me", str(recipient.producer)):
        assert shown in text


def full_recipient(inquiry):
    """With a line, an authorisation, an answer and a step in the history."""
    line = InquiryLineFactory(inquiry=inquiry)
    recipient = RecipientFactory(inquiry=inquiry, sent_at=NOW(), answered_at=NOW())
    RecipientLine.objects.create(
        recipient=recipient, line=line, authorisation=AuthorisationFactory()
    )
    Answer.objects.create(recipient=recipient, kind="offer", line=line, submission_key=uuid4())
    InquiryEvent.objects.create(
        inquiry=inquiry, recipient=recipient, kind=EventKind.SENT, actor="office"
    )


def test_the_page_costs_the_same_with_1_and_5_recipients(
    client, officer, django_assert_max_num_queries
):
    inquiry = InquiryFactory()
    full_recipient(inquiry)
    client.get(page(inquiry))
    with django_assert_max_num_queries(100) as with_1:
        client.get(page(inquiry))
    for _number in range(4):
        full_recipient(inquiry)
    with django_assert_max_num_queries(len(with_1)):
        client.get(page(inquiry))


def test_a_line_that_nobody_gets_is_pointed_out(client, officer):
    inquiry = InquiryFactory()
    assert client.get(page(inquiry)).context["unheard"] == [inquiry.lines.get()]
    recipient = RecipientFactory(inquiry=inquiry)
    RecipientLine.objects.create(recipient=recipient, line=inquiry.lines.get())
    assert client.get(page(inquiry)).context["unheard"] == []


def test_each_visit_to_personal_data_is_noted_once_an_hour(client, officer):
    inquiry = InquiryFactory()
    viewed = inquiry.events.filter(kind=EventKind.VIEWED, user=officer)
    client.get(page(inquiry))
    client.get(page(inquiry))
    assert viewed.count() == 1
    viewed.update(at=ago(1))
    client.get(page(inquiry))
    assert viewed.count() == 2


def test_the_page_is_never_kept(client, officer):
    assert "no-store" in client.get(page(InquiryFactory()))["Cache-Control"]


def test_a_file_is_a_download_and_noted(client, officer):
    inquiry = InquiryFactory()
    attachment = Attachment.objects.create(
        inquiry=inquiry, file=ContentFile(b"<script>", "a.html"), name="a.html", size=8
    )
    url = reverse("inquiries:file", args=[inquiry.pk, attachment.pk])
    response = client.get(url)
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert inquiry.events.filter(kind=EventKind.VIEWED, user=officer).exists()


def test_a_file_of_another_inquiry_is_not_found(client, officer):
    attachment = Attachment.objects.create(
        inquiry=InquiryFactory(), file=ContentFile(b"x", "a.pdf"), name="a.pdf", size=1
    )
    url = reverse("inquiries:file", args=[InquiryFactory().pk, attachment.pk])
    assert client.get(url).status_code == 404


def test_the_menu_counts_what_is_to_check(client, officer):
    InquiryFactory()
    InquiryFactory(checked_at=NOW())
    InquiryFactory(is_sample=True)
    assert "(1)" in client.get("/admin/").text
