"""What must happen every minute or every day without anybody asking; the worker sees to it."""

import datetime
import logging

from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from .mail import requeue_due_mail
from .models import OutgoingMail

logger = logging.getLogger(__name__)

MINUTE = 60
HOUR = 3600
DAY = 24 * 3600
# How long finished tasks and the note that a message was sent are kept.
KEEP_TASKS = datetime.timedelta(days=14)
KEEP_SENT = datetime.timedelta(days=90)
# A message given up holds its text and who was to get it.
KEEP_GIVEN_UP = datetime.timedelta(days=30)


def publish_scheduled():
    """Let pages go live and end at the times their editors have set."""
    call_command("publish_scheduled", verbosity=0)


def forget():
    """Drop what nobody needs any more: old sessions, finished tasks, notes of sent mail."""
    call_command("clearsessions", verbosity=0)
    DBTaskResult.objects.finished().filter(finished_at__lt=timezone.now() - KEEP_TASKS).delete()
    OutgoingMail.objects.filter(
        status=OutgoingMail.Status.SENT, sent__lt=timezone.now() - KEEP_SENT
    ).delete()
    OutgoingMail.objects.filter(
        status=OutgoingMail.Status.DEAD, next_attempt__lt=timezone.now() - KEEP_GIVEN_UP
    ).delete()


def remind_of_inquiries():
    """Tell those who keep a buyer waiting."""
    call_command("inquiry_reminders", verbosity=0)


def purge_inquiries():
    """Erase personal data on its day."""
    call_command("purge_inquiries", verbosity=0)


def purge_reports():
    """Erase what reporters of misuse have sent, on its day."""
    call_command("purge_reports", verbosity=0)


def log_changes():
    """Log what has changed of the legal facts, and what a new day has brought."""
    call_command("log_changes", verbosity=0)


def check_change_log():
    """Log what was changed past the site, too."""
    call_command("check_change_log", verbosity=0)


def send_alerts():
    """Tell those who follow a record what has changed."""
    call_command("send_alerts", verbosity=0)


def snapshot_open_data():
    """Keep the open data as it is on the first run of a month."""
    call_command("make_snapshot", verbosity=0)


def refresh_statistics():
    """Tell the database how its tables have grown; by that it chooses among its indexes."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


CHORES = [
    (MINUTE, requeue_due_mail),
    (MINUTE, publish_scheduled),
    (MINUTE, log_changes),
    (HOUR, send_alerts),
    (HOUR, remind_of_inquiries),
    (HOUR, purge_inquiries),
    (HOUR, purge_reports),
    (HOUR, snapshot_open_data),
    (DAY, forget),
    (DAY, check_change_log),
    (DAY, refresh_statistics),
]


def run_chores():
    """Do each chore that is due; of several workers one does it."""
    for seconds, chore in CHORES:
        # Slightly less than the interval: the next round must not come a moment too early.
        if not cache.add(f"chore-{chore.__name__}", True, seconds * 0.9):
            continue
        try:
            chore()
        except Exception:
            logger.exception("Chore %s failed", chore.__name__)
