"""Invented inquiries."""

import pytest
from django.core.management import call_command

from gi_site.core.checks import check_no_samples
from products.inquiries.models import Answer, Inquiry, Recipient
from products.inquiries.statistics import programme_figures, reply_figures

pytestmark = pytest.mark.django_db


@pytest.fixture
def _samples(mailoutbox):
    call_command("load_huizhou")
    call_command("load_samples", verbosity=0)
    call_command("load_samples", verbosity=0)


@pytest.mark.usefixtures("_samples")
def test_samples_are_loaded_once_marked_and_among_samples_only(mailoutbox, settings):
    inquiries = Inquiry.objects.with_status()
    assert inquiries.count() == 6
    assert {each.status_known for each in inquiries} == {
        "received",
        "sent",
        "opened",
        "answered",
        "closed",
    }
    assert all(each.is_sample for each in inquiries)
    recipients = Recipient.objects.producers()
    assert recipients.exists()
    assert not recipients.filter(producer__is_sample=False).exists()
    assert not mailoutbox
    # They count nowhere and never reach production.
    assert programme_figures().received == 0
    assert reply_figures() == []
    settings.REFUSE_SAMPLES = True
    assert [error.id for error in check_no_samples(None)] == ["core.E001"]
    call_command("load_samples", remove=True, verbosity=0)
    assert not Inquiry.objects.exists()
    assert not Answer.objects.exists()
