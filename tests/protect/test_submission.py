"""Sending a report: once, whole, with its photographs and mails; or not at all."""

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from PIL import Image

from gi_site.core.storage import private_storage
from home.protect import submission, views
from home.protect.models import Report, ReportPhoto
from tests.protect.factories import picture
from tests.protect.forms import NEW, NEW_EN, filled, with_contact

pytestmark = pytest.mark.django_db


@pytest.fixture
def product(tree, product):
    return product


def test_sent_report_leads_to_its_page(client, product):
    answer = client.post(NEW_EN, filled(product, message="No code on it"))
    assert answer.status_code == 302
    assert answer.url.startswith("/en/protect/report/track/")
    report, page = Report.objects.get(), client.get(answer.url)
    assert report.reference.startswith("HZ-R-")
    text = page.content.decode()
    assert all(part in text for part in (report.reference, "No code on it", product.name_en))
    assert page["Cache-Control"] == "private, no-store"
    assert page["Referrer-Policy"] == "same-origin"


def test_reporter_and_office_get_one_mail_each(client, product, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        client.post(NEW_EN, with_contact(product, reporter_name="Miller\nBcc: x@example.org"))
    office, reporter = sorted(mail.outbox, key=lambda each: "miller@example.org" in each.to)
    assert reporter.to == ["miller@example.org"]
    assert "/en/protect/report/track/" in reporter.body
    assert "not the authority" in reporter.body
    assert "/admin/reports/" in office.body
    assert not any(part in office.body for part in ("Miller", "miller@", "Stall 7"))


def test_mails_follow_the_setting_of_the_authority(
    client, product, settings_of, django_capture_on_commit_callbacks
):
    settings_of(is_enforcing_authority=True)
    with django_capture_on_commit_callbacks(execute=True):
        url = client.post(NEW, with_contact(product)).url
    body = next(each.body for each in mail.outbox if "miller@example.org" in each.to)
    assert "不是执法机关" not in body
    assert "办公室调查后作出决定" in body
    assert "办公室调查后作出决定" in client.get(url).content.decode()


def test_anonymous_report_mails_the_office_only(
    client, product, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        client.post(NEW_EN, filled(product))
    assert len(mail.outbox) == 1


def test_form_sent_twice_is_one_report(client, product):
    data = filled(product)
    first, again = client.post(NEW_EN, data), client.post(NEW_EN, data)
    assert Report.objects.count() == 1
    assert again.url.endswith("?sent=again")
    assert client.get(first.url).status_code == client.get(again.url).status_code == 200


def test_form_sent_at_the_same_time_is_one_report(client, product, monkeypatch):
    """The second request has looked, and seen nothing, before the first has written."""
    data, look, looks = filled(product), submission.sent_before, []

    def look_too_early(form_key):
        looks.append(form_key)
        return None if len(looks) == 1 else look(form_key)

    client.post(NEW_EN, data)
    monkeypatch.setattr(submission, "sent_before", look_too_early)
    assert client.post(NEW_EN, data).status_code == 302
    assert Report.objects.count() == 1


def test_database_that_is_away_keeps_what_was_typed(client, product, monkeypatch):
    def fail(*args):
        raise OperationalError("away")

    monkeypatch.setattr(submission, "submit", fail)
    data = filled(product, message="I saw 7 boxes")
    answer = client.post(NEW_EN, data)
    assert answer.status_code == 503
    text = answer.content.decode()
    assert all(part in text for part in ("I saw 7 boxes", "Stall 7", data["key"]))


def test_photographs_lose_place_and_camera_and_stand_upright(client, product):
    client.post(NEW_EN, filled(product, photos=[picture(exif=True, size=(40, 30))]))
    photo = ReportPhoto.objects.get()
    with photo.file.open("rb") as file:
        content = file.read()
        file.seek(0)
        with Image.open(file) as image:
            assert image.size == (30, 40)
            assert not image.getexif()
    assert b"SecretPhone" not in content
    assert photo.content_type == "image/jpeg"


def test_large_png_becomes_a_small_jpeg(client, product):
    upload = picture("PNG", "page.png", (3000, 10))
    client.post(NEW_EN, filled(product, photos=[upload]))
    photo = ReportPhoto.objects.get()
    assert photo.name == "page.jpg"
    with photo.file.open("rb") as file, Image.open(file) as image:
        assert (image.format, image.width) == ("JPEG", 2400)


@pytest.mark.parametrize(
    "upload",
    [
        SimpleUploadedFile("a.pdf", b"%PDF-1.4"),
        SimpleUploadedFile("a.jpg", b"<svg onload=alert(1)>"),
        SimpleUploadedFile("a.jpg", b"\xff\xd8\xff\xe0 broken"),
    ],
    ids=["pdf", "svg", "broken"],
)
def test_only_pictures_are_taken(client, product, upload):
    answer = client.post(NEW_EN, filled(product, photos=[upload], message="I saw it"))
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "is no picture in JPG, PNG or WebP" in text[text.index('for="id_photos"') :]
    assert "I saw it" in text
    assert not Report.objects.exists()


def test_fifth_photograph_is_refused_and_the_others_are_kept(client, product):
    answer = client.post(
        NEW_EN, filled(product, photos=[picture(name=f"{n}.jpg") for n in range(4)], place="")
    )
    drafts = [draft.signed for draft in answer.context["drafts"]]
    assert len(drafts) == 4
    more = filled(product, drafts=drafts, photos=[picture()])
    assert "Choose at most 4 photographs." in client.post(NEW_EN, more).content.decode()
    assert client.post(NEW_EN, filled(product, drafts=drafts)).status_code == 302
    assert ReportPhoto.objects.count() == 4


def test_forged_drafts_are_left_out(client, product):
    private_storage().save("inquiries/2026/01/x.jpg", picture())
    assert client.post(NEW_EN, filled(product, drafts=["forged"])).status_code == 302
    assert not ReportPhoto.objects.exists()


def test_address_sends_ten_an_hour_and_loses_nothing(client, product, monkeypatch):
    monkeypatch.setattr(views, "SENT_BY_ADDRESS", 1)
    assert client.post(NEW_EN, filled(product)).status_code == 302
    answer = client.post(NEW_EN, filled(product, message="I saw 7 boxes"))
    assert answer.status_code == 429
    assert int(answer["Retry-After"]) > 0
    assert "I saw 7 boxes" in answer.content.decode()


def test_a_bomb_is_no_picture(client, product):
    bomb = picture("WEBP", "b.webp", size=(4100, 4100))
    answer = client.post(NEW_EN, filled(product, photos=[bomb]))
    assert answer.status_code == 422
    assert not Report.objects.exists()


def test_one_address_gets_few_mails_whoever_sends(client, product, monkeypatch):
    monkeypatch.setattr(views, "SENT_BY_ADDRESS", 100)
    for number in range(submission.MAILS_BY_CONTACT + 2):
        client.post(NEW_EN, with_contact(product, message=f"No. {number}"))
    assert Report.objects.count() == submission.MAILS_BY_CONTACT + 2
    to_reporter = [each for each in mail.outbox if each.to == ["miller@example.org"]]
    assert len(to_reporter) == submission.MAILS_BY_CONTACT


def test_a_form_sent_again_and_again_meets_the_limit(client, product, monkeypatch):
    monkeypatch.setattr(views, "TRIED_BY_ADDRESS", 2)
    data = filled(product)
    answers = [client.post(NEW_EN, data).status_code for _time in range(3)]
    assert answers == [302, 302, 429]
