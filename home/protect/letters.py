"""Mails about reports: to the reporter who has left an address, and to the office."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from gi_site.intake import mails
from gi_site.intake.contact import ContactChannel

from .links import issue_link
from .models import Report

CHINESE = "zh-hans"


def tell_reporter(report: Report, name: str, key: str, **context) -> bool:
    """Mails the reporter, with a link to the report; False if that is not the way of contact."""
    if report.contact_channel != ContactChannel.EMAIL or not report.contact:
        return False
    with override(report.language):
        context |= {"report": report, "outcome": report.get_outcome_display()}
    if "link" not in context:
        context["link"] = issue_link(report)
    _post(name, report.contact, report.language, f"report-{report.pk}-{key}", context)
    return True


def tell_office(report: Report, name: str, key: str, **context):
    """Mails the office. It says nothing about who has reported: that stands in the admin only."""
    inbox = settings.SITE_URL + reverse("reports:inspect", args=[report.pk])
    context |= {"report": report, "inbox": inbox}
    to = mails.office_address()
    _post(name, to, CHINESE, f"report-{report.pk}-office-{key}", context)


def _post(name, to, language, key, context):
    mails.post(
        f"protect/mail/{name}.txt",
        to,
        language,
        key,
        enforces=mails.is_enforcing_authority(),
        **context,
    )


def tell_of_withdrawal(report: Report, contact: str):
    """A receipt to `contact`, if there is one, and word to the office."""
    context = {"reference": report.reference, "authority": report.authority}
    key = f"withdrawn-{report.reference}"
    if contact:
        _post("withdrawn", contact, report.language, key, context)
    _post("office_withdrawn", mails.office_address(), CHINESE, f"{key}-office", context)
