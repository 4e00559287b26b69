"""Limits: by address and by contact, for all workers, and without losing what was typed."""

import subprocess
import sys

import pytest
from django.conf import settings

from gi_site.intake.limiter import digest_of, take
from products.inquiries import limiter
from products.inquiries.models import Inquiry, SpamMark
from tests.inquiries.factories import InquiryFactory
from tests.inquiries.forms import NEW_EN, filled, lawful_product

pytestmark = pytest.mark.django_db


@pytest.fixture
def product(tree):
    return lawful_product().product


def limited(client, data):
    answer = client.post(NEW_EN, data | {"message": "Two pallets"})
    assert answer.status_code == 429
    assert int(answer["Retry-After"]) > 0
    assert "Two pallets" in answer.content.decode()


def test_contact_sends_five_a_day(client, product):
    data = filled(product)
    digest = digest_of(data["contact"])
    InquiryFactory.create_batch(limiter.SENT_BY_CONTACT, contact_digest=digest)
    limited(client, data | {"contact": "MILLER@example.org"})
    assert client.post(NEW_EN, data | {"contact": "b@example.org"}).status_code == 302


def test_address_sends_ten_an_hour(client, product, monkeypatch):
    monkeypatch.setattr(limiter, "SENT_BY_ADDRESS", 1)
    assert client.post(NEW_EN, filled(product)).status_code == 302
    limited(client, filled(product, contact="b@example.org"))
    other = client.post(NEW_EN, filled(product, contact="c@example.org"), REMOTE_ADDR="192.0.2.7")
    assert other.status_code == 302


def test_marked_contact_is_let_through_no_more(client, product):
    data = filled(product)
    digest = digest_of(data["contact"])
    SpamMark.objects.create(digest=digest, inquiry=InquiryFactory())
    limited(client, data)


def test_form_sent_before_is_found_also_by_who_is_limited(client, product, monkeypatch):
    monkeypatch.setattr(limiter, "SENT_BY_ADDRESS", 1)
    data = filled(product)
    client.post(NEW_EN, data)
    assert client.post(NEW_EN, data).status_code == 302
    assert Inquiry.objects.count() == 1


def test_links_are_asked_for_five_times_an_hour(client, tree):
    answers = [
        client.post("/inquiries/lost-link/", {"contact": "a@example.org"}).status_code
        for _time in range(limiter.LINKS_BY_ADDRESS + 1)
    ]
    assert answers == [302] * limiter.LINKS_BY_ADDRESS + [429]


def test_two_processes_count_together(rf):
    if not settings.CACHES["default"]["BACKEND"].endswith("FileBasedCache"):
        pytest.skip("needs the address of a file store")
    place = settings.CACHES["default"]["LOCATION"]
    other = f"""
import django
from django.conf import settings
from gi_site.ops.caches import caches
django.setup()
settings.CACHES = caches({{"BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
    "LOCATION": {place.rsplit("/", 1)[0]!r}}})
from django.test import RequestFactory
from gi_site.intake.limiter import take
print([take("test", RequestFactory().get("/"), 3) for _time in range(2)].count(0))
"""
    run = subprocess.run(
        [sys.executable, "-c", other], capture_output=True, text=True, check=True, timeout=120
    )
    assert run.stdout.split()[-1] == "2"
    assert take("test", rf.get("/"), 3) == 0
    assert take("test", rf.get("/"), 3) > 0


def test_no_address_is_kept_readable(rf):
    digest = digest_of("192.0.2.7")
    assert "192" not in digest[:3]
    assert digest == digest_of(" 192.0.2.7 ")
