"""What the reporter does: sends a report, writes more, withdraws it."""

import datetime
import uuid

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from gi_site.intake.contact import ContactChannel
from gi_site.intake.limiter import DAY, take_for
from gi_site.intake.uploads import Draft

from . import letters, photos, purge
from .enums import Actor, EventKind
from .forms import CONSENT_VERSION, ReportForm
from .history import record
from .links import issue_link
from .models import Erasure, Report

# The same words within this time are the same message, sent twice.
ECHO = datetime.timedelta(minutes=10)
MAILS_BY_CONTACT = 3  # a day


def submit(form: ReportForm, key: uuid.UUID, drafts: list[Draft] = ()) -> Report:
    """Writes the valid `form` with its photographs and mails, or nothing.

    A form sent twice gives the first report. Its `url` is a new secret link of the reporter.
    """
    try:
        with transaction.atomic():
            return _write(form, key, drafts)
    except IntegrityError:
        earlier = sent_before(key)
        if earlier is None:
            raise
        return earlier


def sent_before(key: uuid.UUID) -> Report | None:
    """The report that was sent with this form, with a new `url` ("" if it is erased)."""
    report = Report.objects.filter(submission_key=key).first()
    if report is not None:
        report.url = "" if report.purged_at else issue_link(report)
    return report


def _write(form, key, drafts) -> Report:
    report = form.save(commit=False)
    report.submission_key, report.received_at = key, timezone.now()
    if report.contact or report.reporter_name:
        report.consented_at, report.consent_version = report.received_at, CONSENT_VERSION
    report.save()
    photos.attach(report, drafts)
    record(report, EventKind.RECEIVED, Actor.REPORTER)
    report.url = issue_link(report)
    # A stranger's address is not to be filled with mails.
    if not take_for("report-mail", report.contact, MAILS_BY_CONTACT, DAY):
        letters.tell_reporter(
            report, "received", "received", link=report.url, look_by=look_by(report)
        )
    letters.tell_office(report, "office_new", "new", photos=len(drafts))
    return report


def look_by(report: Report) -> datetime.date:
    """By which day the office has looked at it."""
    received = timezone.localdate(report.received_at)
    return received + datetime.timedelta(days=settings.REPORT_LOOK_DAYS)


@transaction.atomic
def add_message(report: Report, text: str):
    """The reporter writes more; a second click writes nothing, nor does what came too late."""
    report = Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
    if not report.is_open:
        return
    recent = report.events.filter(
        kind=EventKind.REPORTER_MESSAGE, text=text, at__gt=timezone.now() - ECHO
    )
    if recent.exists():
        return
    event = record(report, EventKind.REPORTER_MESSAGE, Actor.REPORTER, text=text)
    letters.tell_office(report, "office_message", f"message-{event.pk}")


@transaction.atomic
def withdraw(report: Report) -> bool:
    """Erases what the reporter has written and sent; False if that was done before."""
    stored = Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
    if stored.withdrawn_at or stored.purged_at:
        return False
    contact = stored.contact if stored.contact_channel == ContactChannel.EMAIL else ""
    stored.withdrawn_at = timezone.now()
    stored.save(update_fields=["withdrawn_at"])
    record(stored, EventKind.WITHDRAWN, Actor.REPORTER)
    purge.erase(stored, Erasure.Reason.WITHDRAWN)
    # After erasing, which takes back what waits; these go out also when it is over.
    letters.tell_of_withdrawal(stored, contact)
    report.refresh_from_db()
    return True
