"""Sending an inquiry: once, whole, with its files and mails; or not at all."""

import io
import zipfile

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError

from products.inquiries import submission
from products.inquiries.models import Attachment, Inquiry
from tests.inquiries.forms import NEW_EN, filled, key, lawful_product

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.4 price list"


@pytest.fixture
def product(tree):
    return lawful_product().product


def pdf(name="list.pdf", content=PDF):
    return SimpleUploadedFile(name, content)


def test_sent_inquiry_leads_to_its_tracking_page(client, product):
    answer = client.post(NEW_EN, filled(product))
    assert answer.status_code == 302
    assert answer.url.startswith("/en/inquiries/track/")
    inquiry, page = Inquiry.objects.get(), client.get(answer.url)
    assert inquiry.reference in page.content.decode()
    assert inquiry.recipients.get().producer == product.authorisations.get().producer
    assert page["Cache-Control"] == "private, no-store"
    assert page["Referrer-Policy"] == "same-origin"


def test_buyer_and_office_get_one_mail_each(client, product, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        client.post(NEW_EN, filled(product, buyer_name="Ms Miller\nBcc: x@example.org"))
    to_office, to_buyer = sorted(mail.outbox, key=lambda each: "miller@example.org" in each.to)
    reference = Inquiry.objects.get().reference
    assert to_buyer.to == ["miller@example.org"]
    assert reference in to_buyer.subject
    assert "/en/inquiries/track/" in str(to_buyer.message())
    office = str(to_office.message().get_payload(decode=True), "utf-8")
    assert reference in str(to_office.subject)
    assert "Miller" not in office
    assert "miller@example.org" not in office


def test_form_sent_twice_is_one_inquiry(client, product, django_capture_on_commit_callbacks):
    data = filled(product)
    with django_capture_on_commit_callbacks(execute=True):
        first, again = client.post(NEW_EN, data), client.post(NEW_EN, data)
    assert Inquiry.objects.count() == 1
    assert len(mail.outbox) == 2
    assert again.url.endswith("?sent=again")
    assert Inquiry.objects.get().reference in client.get(again.url).content.decode()
    assert client.get(first.url).status_code == 200


def test_reload_of_the_tracking_page_sends_nothing(client, product):
    url = client.post(NEW_EN, filled(product)).url
    for _time in range(2):
        client.get(url)
    assert Inquiry.objects.count() == 1


def test_form_sent_at_the_same_time_is_one_inquiry(client, product, monkeypatch):
    """The second request has looked, and seen nothing, before the first has written."""
    data, look, looks = filled(product), submission.sent_before, []

    def look_too_early(form_key):
        looks.append(form_key)
        return None if len(looks) == 1 else look(form_key)

    client.post(NEW_EN, data)
    monkeypatch.setattr(submission, "sent_before", look_too_early)
    again = client.post(NEW_EN, data | {"send_again": "on"})
    assert again.status_code == 302
    assert len(looks) == 2
    assert Inquiry.objects.count() == 1
    assert Inquiry.objects.get().reference in client.get(again.url).content.decode()


def test_same_wish_within_minutes_is_asked_about(client, product):
    client.post(NEW_EN, filled(product))
    doubt = client.post(NEW_EN, filled(product))
    assert doubt.status_code == 422
    assert Inquiry.objects.get().reference not in doubt.content.decode()
    assert client.post(NEW_EN, filled(product, send_again="on")).status_code == 302
    assert Inquiry.objects.count() == 2


@pytest.mark.parametrize("error", [OperationalError("disk is full"), OSError("no space")])
@pytest.mark.parametrize(
    "place",
    [
        "products.inquiries.submission._write",
        "products.inquiries.submission.sent_before",
        "products.inquiries.new_views.products_for_choice",
    ],
)
def test_database_away_loses_nothing_typed(client, product, monkeypatch, place, error):
    def fail(*args, **kwargs):
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(place, fail)
        data = filled(product, message="Two pallets\nplease", buyer_name='O"Neil <b>')
        answer = client.post(NEW_EN, data)
    page = answer.content.decode()
    assert answer.status_code == 503
    assert answer["Retry-After"]
    assert "Two pallets\nplease" in page
    assert "O&quot;Neil &lt;b&gt;" in page
    assert data["key"] in page
    assert not Inquiry.objects.exists()
    assert client.post(NEW_EN, data).status_code == 302


def test_session_that_cannot_be_read_is_no_error_500(client, product, monkeypatch):
    client.get(f"/inquiries/basket/add/?product={product.slug}")

    def fail(*args, **kwargs):
        raise OperationalError("unable to open database file")

    monkeypatch.setattr("django.contrib.sessions.backends.db.SessionStore.load", fail)
    assert client.get(NEW_EN).status_code == 503
    assert client.get(f"/inquiries/basket/add/?product={product.slug}").status_code == 503


def test_sent_files_are_kept_privately(client, product, settings):
    client.post(NEW_EN, filled(product) | {"files": pdf("../../价格 list<.exe.pdf")})
    kept = Attachment.objects.get()
    assert kept.name == "价格 list_.exe.pdf"
    assert kept.content_type == "application/pdf"
    assert "list" not in kept.file.name
    assert str(settings.MEDIA_ROOT) not in kept.file.path


def test_files_checked_before_sending_need_not_be_chosen_again(client, product):
    data = filled(product)
    preview = client.post(NEW_EN, data | {"step": "preview", "files": pdf()})
    draft = preview.context["drafts"][0].signed
    client.post(NEW_EN, data | {"drafts": draft})
    assert Attachment.objects.get().file.read() == PDF


@pytest.mark.parametrize(
    "files",
    [
        [pdf("virus.pdf", b"MZ\x90\x00 this program")],
        [pdf("page.pdf", b"<html><script>alert(1)</script>")],
        [pdf("photo.png", b"\x89PNG\r\n\x1a\n broken")],
        [pdf("table.xlsx", b"PK\x03\x04 broken")],
        [pdf("empty.pdf", b"")],
        [pdf("large.pdf", PDF + b"0" * 5 * 1024 * 1024)],
        [pdf("huge.pdf", PDF + b"0" * 20 * 1024 * 1024)],
        [pdf() for _each in range(5)],
    ],
    ids=["exe", "html", "png", "xlsx", "empty", "5 MB", "20 MB", "five"],
)
def test_bad_files_are_refused(client, product, files):
    for each in files:
        each.seek(0)
    answer = client.post(NEW_EN, filled(product) | {"files": files})
    assert answer.status_code == 422
    assert not Inquiry.objects.exists()


def test_macros_are_refused(client, product):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name in ("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"):
            archive.writestr(name, "x")
    files = pdf("table.xlsx", content.getvalue())
    assert client.post(NEW_EN, filled(product) | {"files": files}).status_code == 422


def test_forged_draft_is_left_out(client, product):
    forged = "eyJwYXRoIjoiL2V0Yy9wYXNzd2QifQ:1xVAbf:Ys17JK7Y7jwVmRnlpo4b7f8Vhq4AMIx1zpwGRF2FP1E"
    client.post(NEW_EN, filled(product) | {"drafts": forged})
    assert not Attachment.objects.exists()


def test_nothing_personal_in_logs_and_addresses(client, product, caplog, capsys):
    answer = client.post(NEW_EN, filled(product, message="secret words"))
    client.get(answer.url)
    token = answer.url.split("/")[-2]
    logged = caplog.text + "".join(capsys.readouterr())
    for secret in ("Miller", "miller@example.org", "secret words", token):
        assert secret not in logged
    assert "iller" not in answer.url


def test_key_of_the_form_is_needed_to_find_what_was_sent(client, product):
    client.post(NEW_EN, filled(product))
    other = client.post(NEW_EN, filled(product, contact="b@example.org") | {"key": key()})
    assert Inquiry.objects.count() == 2
    assert other.url.endswith("?sent=1")
