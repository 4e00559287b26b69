"""What is erased, when, and what remains."""

import datetime

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.utils import timezone

from gi_site.core.storage import private_storage
from gi_site.ops.chores import CHORES, purge_reports
from gi_site.ops.models import OutgoingMail
from home.protect import photos, submission
from home.protect.closing import close, reopen
from home.protect.enums import Actor, EventKind, Outcome
from home.protect.history import record
from home.protect.links import issue_link
from home.protect.models import Erasure, Report, ReportEvent, ReportPhoto
from home.protect.purge import erase
from tests.factories import UserFactory
from tests.protect.factories import ReportFactory, photo_of

pytestmark = pytest.mark.django_db
SECRETS = ("Miller", "Stall 7", "no code on it", "shop.example.org", "I saw it again", "@example")


@pytest.fixture
def report():
    """A report with something personal wherever there can be."""
    report = ReportFactory(link="https://shop.example.org/1", seen_on=timezone.localdate())
    record(report, EventKind.REPORTER_MESSAGE, Actor.REPORTER, text="I saw it again")
    photo_of(report, "Miller.jpg")
    issue_link(report)
    return report


def everything(report) -> str:
    """All that is stored of `report`, as text."""
    rows = [report, *report.events.all(), *report.photos.all(), *report.links.all()]
    return " ".join(str(vars(row)) for row in rows)


def test_nothing_personal_is_left_and_the_counts_remain(report):
    assert all(secret in everything(report) for secret in SECRETS)
    erase(report, Erasure.Reason.DUE)
    stored = Report.objects.get()
    assert not any(secret in everything(stored) for secret in SECRETS)
    assert stored.product
    assert stored.place_kind
    assert stored.signs
    assert erase(stored, Erasure.Reason.DUE) is None
    assert (Erasure.objects.get().reference, Erasure.objects.get().files) == (report.reference, 1)


def test_waiting_mails_are_taken_back(report, settings):
    settings.EMAIL_BACKEND = "gi_site.ops.mail.QueueEmailBackend"
    close(report, Outcome.NO_MISUSE, UserFactory())
    assert OutgoingMail.objects.filter(key__startswith="report-").exists()
    erase(report, Erasure.Reason.DUE)
    assert not OutgoingMail.objects.filter(key__startswith="report-").exists()


def test_a_closed_report_is_erased_on_its_day_and_not_before(report, settings):
    close(report, Outcome.NO_MISUSE, UserFactory())
    assert report.delete_after == timezone.localdate() + datetime.timedelta(
        days=settings.REPORT_RETENTION_DAYS
    )
    purge_reports()
    report.refresh_from_db()
    assert not report.purged_at
    Report.objects.update(delete_after=timezone.localdate())
    call_command("purge_reports", verbosity=0)
    report.refresh_from_db()
    assert report.purged_at
    assert not reopen(report, UserFactory())


def test_what_everybody_forgets_ends_some_day(report, settings):
    long_ago = timezone.now() - datetime.timedelta(days=settings.REPORT_RETENTION_DAYS + 1)
    Report.objects.update(received_at=long_ago)
    purge_reports()
    report.refresh_from_db()
    assert report.is_open  # the reporter wrote today
    report.events.update(at=long_ago)
    purge_reports()
    report.refresh_from_db()
    assert report.outcome == Outcome.NO_FOLLOW_UP


def test_photographs_never_sent_are_deleted_after_a_day(report, monkeypatch):
    storage, sent = private_storage(), ReportPhoto.objects.get().file.name
    draft = storage.save(f"reports/{timezone.now():%Y/%m}/draft.jpg", ContentFile(b"x"))
    forgotten = storage.save("reports/2024/01/forgotten.jpg", ContentFile(b"x"))
    assert photos.purge_drafts() == 0
    old = timezone.now() - datetime.timedelta(days=2)
    monkeypatch.setattr(type(storage), "get_modified_time", lambda *args: old)
    photos.purge_drafts()
    assert storage.exists(sent)
    assert not storage.exists(draft)
    assert not storage.exists(forgotten)


def test_the_worker_sees_to_it():
    assert purge_reports in [chore for _seconds, chore in CHORES]


def test_what_comes_after_the_withdrawal_leaves_nothing(report):
    stale = Report.objects.get(pk=report.pk)
    submission.withdraw(Report.objects.get(pk=report.pk))
    submission.add_message(stale, "I am Zhang San")
    assert not ReportEvent.objects.filter(report=report).exclude(text="").exists()


def test_a_mail_being_sent_is_taken_back_too(report):
    OutgoingMail.objects.create(
        key=f"report-{report.pk}-received",
        subject="x",
        recipients=[report.contact],
        message=b"x",
        status=OutgoingMail.Status.SENDING,
        next_attempt=timezone.now(),
    )
    submission.withdraw(report)
    assert not OutgoingMail.objects.filter(key=f"report-{report.pk}-received").exists()
