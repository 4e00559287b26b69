"""Every bad input gets an error beside its field, and loses nothing typed."""

import datetime

import pytest
from django.utils import timezone

from products.inquiries.models import Inquiry
from tests.inquiries.forms import NEW_EN, filled, key, lawful_product

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
TYPED = "Two pallets, please"


@pytest.fixture
def product(tree):
    return lawful_product().product


def refused(client, data):
    """The page of a form that was not taken, after checking that nothing was lost or kept."""
    data = {"message": TYPED} | data
    answer = client.post(NEW_EN, data)
    assert answer.status_code == 422
    assert not Inquiry.objects.exists()
    assert answer["Cache-Control"] == "private, no-store"
    page = answer.content.decode()
    assert data["message"] in page or data["message"] != TYPED
    return page


@pytest.mark.parametrize("quantity", ["", "0", "-1", "1e99", "abc", "NaN", "0.001", "9" * 13])
def test_quantity_that_is_none(client, product, quantity):
    assert "id_form-0-quantity_error" in refused(client, filled(product, line_quantity=quantity))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("line_unit", "bushel"),
        ("line_currency", "XXX"),
        ("line_target_price", "-3"),
        ("line_product", "unknown"),
        ("route", "everybody"),
        ("chosen", "unknown"),
        ("purpose", "theft"),
        ("trade_term", "XYZ"),
        ("certificates", "best"),
        ("destination_country", "ZZ"),
        ("window_from", (TODAY - datetime.timedelta(days=1)).isoformat()),
        ("window_until", "2199-01-01"),
        ("window_from", "tomorrow"),
        ("message", "x" * 3001),
        ("buyer_name", ""),
        ("buyer_name", "x" * 81),
        ("contact", ""),
        ("contact", "not an address"),
        ("contact", "a@example.org\nBcc: b@example.org"),
        ("contact_channel", "pigeon"),
        ("language", "tlh"),
        ("consent", None),
    ],
)
def test_bad_value(client, product, field, value):
    page = refused(client, filled(product, **{field: value}))
    assert f'id="id_{field.replace("line_", "form-0-")}_error"' in page


def test_window_that_ends_before_it_begins(client, product):
    dates = {"window_from": str(TODAY + datetime.timedelta(9)), "window_until": str(TODAY)}
    assert 'id="id_window_until_error"' in refused(client, filled(product, **dates))


@pytest.mark.parametrize(
    ("channel", "contact", "is_good"),
    [
        ("phone", "+86 752-123 4567", True),
        ("phone", "1234", False),
        ("phone", "0752 CALL ME", False),
        ("wechat", "wx_miller-1", True),
        ("wechat", "1miller", False),
        ("wechat", "米勒米勒米勒", False),
        ("email", "miller@example.org", True),
        ("email", "+86 752 1234567", False),
    ],
)
def test_contact_is_checked_by_its_channel(client, product, channel, contact, is_good):
    answer = client.post(NEW_EN, filled(product, contact_channel=channel, contact=contact))
    assert answer.status_code == (302 if is_good else 422)


def test_no_product_is_named(client, product):
    empty = filled(product, line_product="", line_quantity="", line_currency="CNY")
    assert "Choose at least one product" in refused(client, empty)


def test_line_left_out_is_not_sent(client, product):
    assert "Choose at least one product" in refused(client, filled(product, line_DELETE="on"))


@pytest.mark.parametrize("total", ["", "abc", "-1", "99999999"])
def test_forged_number_of_lines(client, product, total):
    data = filled(product) | {"form-TOTAL_FORMS": total}
    assert client.post(NEW_EN, data).status_code in (302, 422)


EVIL = ["<script>alert(1)</script>", "'; DROP TABLE inquiries_inquiry; --", "{{ 7|add:7 }}"]


@pytest.mark.parametrize("evil", EVIL)
def test_html_and_sql_are_words_like_others(client, product, evil):
    words = ("line_form", "line_packing", "message", "buyer_name", "buyer_organisation")
    data = filled(product, destination_place=evil, **dict.fromkeys(words, evil))
    preview = client.post(NEW_EN, data | {"step": "preview"}).content.decode()
    sent = client.post(NEW_EN, data)
    page = client.get(sent.url).content.decode()
    assert "<script>alert" not in preview + page
    assert Inquiry.objects.get().message == evil


def test_a_name_has_one_line_and_no_invisible_characters(client, product):
    client.post(NEW_EN, filled(product, buyer_name="Ms\r\nBcc: x\u202e\tMiller"))
    assert Inquiry.objects.get().buyer_name == "Ms Bcc: x Miller"


@pytest.mark.parametrize(
    "form_key",
    [
        lambda: "",
        lambda: "forged",
        lambda: key(datetime.timedelta(hours=25)),
        lambda: key(datetime.timedelta(seconds=0)),
    ],
    ids=["none", "forged", "old", "fast"],
)
def test_form_of_a_program_is_asked_to_be_sent_once_more(client, product, form_key):
    page = refused(client, filled(product, key=form_key()))
    assert "once more" in page


def test_filled_trap_is_never_a_false_success(client, product):
    assert "Website" in refused(client, filled(product, website="http://spam.example"))


def test_adding_a_line_keeps_everything_and_finds_no_fault(client, product):
    data = filled(product, step="add", message=TYPED, buyer_name="")
    answer = client.post(NEW_EN, data)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "form-1-product" in page
    assert TYPED in page
    assert "errorlist" not in page


def test_preview_lists_recipients_and_their_number_and_sends_nothing(client, product):
    page = client.post(NEW_EN, filled(product, step="preview")).content.decode()
    assert "1 producer" in page
    assert product.authorisations.get().producer.name_en in page
    assert not Inquiry.objects.exists()


def test_without_consent_to_forward_only_the_office_receives(client, product):
    data = filled(product, forward_consent=None)
    page = client.post(NEW_EN, data | {"step": "preview"}).content.decode()
    assert "1 recipient: the programme office" in page
    client.post(NEW_EN, data)
    assert [each.producer for each in Inquiry.objects.get().recipients.all()] == [None]


def test_labels_are_in_the_language_of_the_page(client, product):
    assert "Form or grade" in client.get(NEW_EN).content.decode()


def test_doubt_about_a_double_is_answered_in_the_form(client, product):
    client.post(NEW_EN, filled(product))
    page = client.post(NEW_EN, filled(product)).content.decode()
    assert 'name="send_again" form="inquiry"' in page
