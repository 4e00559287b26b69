"""Sending an inquiry: once, whole, with its mails; or not at all."""

import pytest
from django.core import mail

from products.inquiries.models import Inquiry
from tests.inquiries.forms import NEW, NEW_EN, filled, lawful_product

pytestmark = pytest.mark.django_db


@pytest.fixture
def product(tree):
    return lawful_product().product


def test_sent_inquiry_leads_to_its_tracking_page(client, product):
    answer = client.post(NEW_EN, filled(product))
    assert answer.status_code == 302
    inquiry = Inquiry.objects.get()
    page = client.get(answer.url).content.decode()
    assert inquiry.reference in page
    assert answer.url.startswith("/en/inquiries/track/")
