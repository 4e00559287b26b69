import datetime

import pytest
from django.core import mail
from django.core.mail import EmailMessage, send_mail
from django.core.management import call_command
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from gi_site.ops import chores
from gi_site.ops.mail import LEASE, MAX_ATTEMPTS, StoredMessage, deliver_mail, requeue_due_mail
from gi_site.ops.models import OutgoingMail
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
Status = OutgoingMail.Status


@pytest.fixture(autouse=True)
def _queue(settings):
    settings.EMAIL_BACKEND = "gi_site.ops.mail.QueueEmailBackend"


@pytest.fixture
def broken(settings):
    """A transport that refuses everything."""
    settings.MAIL_TRANSPORT = "tests.ops.test_mail.BrokenTransport"


class BrokenTransport:
    def __init__(self, **kwargs):
        pass

    def send_messages(self, messages):
        raise ConnectionRefusedError("no server")


def write():
    """One message in the queue, not yet handed over."""
    send_mail("询价 INQ-1", "正文", "惠州 <from@example.org>", ["to@example.org"])
    return OutgoingMail.objects.get()


def later(message, **fields):
    OutgoingMail.objects.filter(pk=message.pk).update(next_attempt=timezone.now(), **fields)


def test_a_message_leaves_after_the_commit(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        write()
        assert not mail.outbox
    assert len(mail.outbox) == 1


def test_a_message_of_a_rolled_back_change_does_not_exist():
    with transaction.atomic():
        write()
        transaction.set_rollback(True)
    assert not OutgoingMail.objects.exists()


def test_the_text_arrives_as_written():
    message = EmailMessage(
        "询价", "正文 text", "惠州 <from@example.org>", ["a@example.org"], bcc=["b@example.org"]
    )
    message.attach("清单.csv", "a,b", "text/csv")
    message.send()
    stored = OutgoingMail.objects.get()
    deliver_mail.call(stored.pk)
    (sent,) = mail.outbox
    text = sent.message().as_bytes(linesep="\n").decode()
    assert sent.recipients() == ["a@example.org", "b@example.org"]
    assert "b@example.org" not in text
    assert sent.message()["Subject"] == "询价"
    assert sent.message().get_body().get_content().strip() == "正文 text"
    assert "Message-ID" in sent.message()


def test_a_message_is_handed_over_once():
    stored = write()
    assert deliver_mail.call(stored.pk) == Status.SENT
    assert deliver_mail.call(stored.pk) == "nothing to do"
    assert len(mail.outbox) == 1


def test_text_and_recipients_are_erased_once_sent():
    stored = write()
    deliver_mail.call(stored.pk)
    stored.refresh_from_db()
    assert (bytes(stored.message), stored.recipients) == (b"", [])
    assert stored.sent


@pytest.mark.usefixtures("broken")
def test_a_failed_message_waits_longer_each_time():
    stored = write()
    pauses = []
    for _ in range(2):
        later(stored)
        deliver_mail.call(stored.pk)
        stored.refresh_from_db()
        pauses.append(stored.next_attempt - timezone.now())
    assert stored.status == Status.WAITING
    assert stored.last_error == "ConnectionRefusedError: no server"
    assert pauses[1] > 2 * pauses[0]


@pytest.mark.usefixtures("broken")
def test_a_message_is_given_up_after_the_last_attempt():
    stored = write()
    later(stored, attempts=MAX_ATTEMPTS - 1)
    assert deliver_mail.call(stored.pk) == Status.DEAD
    assert OutgoingMail.objects.get().message


def test_a_given_up_message_can_be_tried_again():
    later(write(), status=Status.DEAD, attempts=MAX_ATTEMPTS)
    call_command("retry_failed_mail")
    assert len(mail.outbox) == 1


def test_a_message_whose_task_was_lost_is_sent_all_the_same():
    write()
    assert requeue_due_mail() == 1
    assert len(mail.outbox) == 1


def test_a_message_of_a_killed_worker_is_sent_with_the_same_id():
    stored = write()
    message_id = StoredMessage(stored).message()["Message-ID"]
    later(stored, status=Status.SENDING)
    requeue_due_mail()
    assert mail.outbox[0].message()["Message-ID"] == message_id


def test_a_message_being_sent_is_left_alone():
    later(stored := write(), status=Status.SENDING)
    OutgoingMail.objects.filter(pk=stored.pk).update(next_attempt=timezone.now() + LEASE)
    assert requeue_due_mail() == 0


def test_a_queue_that_is_away_does_not_break_the_request(
    monkeypatch, django_capture_on_commit_callbacks
):
    def fail(*args):
        raise ConnectionError

    monkeypatch.setattr(type(deliver_mail), "enqueue", fail)
    with django_capture_on_commit_callbacks(execute=True):
        write()
    assert OutgoingMail.objects.get().status == Status.WAITING


def test_chores_hand_over_due_mail_and_forget_old_notes():
    write()
    old = OutgoingMail.objects.create(
        subject="old",
        status=Status.SENT,
        next_attempt=timezone.now(),
        sent=timezone.now() - chores.KEEP_SENT - datetime.timedelta(days=1),
    )
    chores.run_chores()
    assert len(mail.outbox) == 1
    assert not OutgoingMail.objects.filter(pk=old.pk).exists()


def test_a_chore_is_done_by_one_of_several_workers(monkeypatch):
    done = []
    monkeypatch.setattr(chores, "CHORES", [(60, lambda: done.append(1))])
    chores.run_chores()
    chores.run_chores()
    assert done == [1]


def test_a_failing_chore_does_not_stop_the_others(monkeypatch):
    def fails():
        raise ValueError

    done = []

    def works():
        done.append(1)

    monkeypatch.setattr(chores, "CHORES", [(60, fails), (60, works)])
    chores.run_chores()
    assert done


def test_an_administrator_sees_the_mail_that_was_given_up(client):
    later(write(), status=Status.DEAD)
    client.force_login(UserFactory(is_superuser=True))
    assert "询价 INQ-1" in client.get(reverse("outgoing_mail:index")).text


def test_nobody_writes_or_deletes_mail_by_hand(client):
    stored = write()
    client.force_login(UserFactory(is_superuser=True))
    for url in (
        reverse("outgoing_mail:add"),
        reverse("outgoing_mail:edit", args=[stored.pk]),
        reverse("outgoing_mail:delete", args=[stored.pk]),
    ):
        client.post(url, {"subject": "x"})
    assert OutgoingMail.objects.get().subject == "询价 INQ-1"


class ErasingTransport(BrokenTransport):
    def send_messages(self, messages):
        OutgoingMail.objects.all().delete()
        raise ConnectionRefusedError("no server")


def test_a_message_erased_while_it_was_sent_does_not_come_back(settings):
    settings.MAIL_TRANSPORT = "tests.ops.test_mail.ErasingTransport"
    deliver_mail.call(write().pk)
    assert not OutgoingMail.objects.exists()


def test_what_was_given_up_is_forgotten_after_a_month():
    long_ago = timezone.now() - chores.KEEP_GIVEN_UP - datetime.timedelta(days=1)
    OutgoingMail.objects.filter(pk=write().pk).update(status=Status.DEAD, next_attempt=long_ago)
    chores.forget()
    assert not OutgoingMail.objects.exists()
