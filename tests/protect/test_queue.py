"""The queue of the office: the steps, the list, the export, the dashboard."""

import datetime

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from gi_site.core.checks import check_no_samples
from home.protect.enums import EventKind, Outcome, PlaceKind, Status
from home.protect.models import Report
from tests.factories import UserFactory
from tests.protect.factories import ReportFactory, photo_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]


@pytest.fixture
def officer(client):
    user = UserFactory(role="trade officer")
    client.force_login(user)
    return user


@pytest.fixture
def report():
    return ReportFactory()


@pytest.fixture
def step(client, officer, django_capture_on_commit_callbacks):
    """Takes a step with a report; gives the answer."""

    def take(report, name, **data):
        with django_capture_on_commit_callbacks(execute=True):
            answer = client.post(reverse("reports:step", args=[report.pk, name]), data)
        report.refresh_from_db()
        return answer

    return take


def test_taking_it_says_who_looks_at_it(step, report, officer):
    assert step(report, "take").status_code == 302
    assert (report.status, report.assigned_to) == (Status.LOOKED_AT, officer)
    step(report, "take")
    assert report.events.filter(kind=EventKind.TAKEN).count() == 1


def test_passing_on_names_the_authority_and_tells_the_reporter_once(step, report):
    assert step(report, "pass-on").status_code == 422
    for _time in range(2):
        step(report, "pass-on", authority="County bureau", authority_reference="No. 5")
    assert report.status == Status.PASSED_ON
    (letter,) = mail.outbox
    assert letter.to == [report.contact]
    assert "County bureau" in letter.body
    assert "No. 5" in letter.body


def test_answer_goes_to_the_page_and_by_mail_once(step, report):
    for _time in range(2):
        step(report, "answer", text="We asked the shop")
    assert report.events.get(kind=EventKind.ANSWERED).text == "We asked the shop"
    (letter,) = mail.outbox
    assert "We asked the shop" in letter.body


def test_who_is_anonymous_gets_the_answer_on_the_page_only(step):
    report = ReportFactory(contact="", contact_channel="", reporter_name="", consented_at=None)
    step(report, "answer", text="We asked the shop")
    assert report.events.filter(kind=EventKind.ANSWERED).exists()
    assert mail.outbox == []


def test_only_the_authority_confirms(step, report):
    for outcome in (Outcome.CONFIRMED, Outcome.NOT_CONFIRMED):
        answer = step(report, "close", outcome=outcome)
        assert answer.status_code == 422
        assert report.is_open
    step(report, "pass-on", authority="County bureau")
    step(report, "close", outcome=Outcome.CONFIRMED)
    assert (report.status, report.outcome) == (Status.CLOSED, Outcome.CONFIRMED)


def test_closing_tells_the_reporter_and_spam_does_not(step, report):
    step(report, "close", outcome=Outcome.NO_MISUSE)
    assert "No misuse" in mail.outbox[0].body
    spam = ReportFactory()
    step(spam, "spam")
    assert spam.outcome == Outcome.SPAM
    assert len(mail.outbox) == 1


def test_spam_is_no_outcome_to_choose_and_can_be_taken_back(step, report):
    assert step(report, "close", outcome=Outcome.SPAM).status_code == 422
    step(report, "spam")
    step(report, "reopen")
    assert (report.is_open, report.outcome, report.delete_after) == (True, "", None)


def test_notes_and_assignment_stand_in_the_history(step, report, officer):
    step(report, "note", text="Known stall")
    step(report, "assign", assigned_to=officer.pk)
    kinds = list(report.events.values_list("kind", flat=True))
    assert EventKind.NOTE in kinds
    assert report.assigned_to == officer


def test_unknown_step_is_404(step, report):
    assert step(report, "burn").status_code == 404


def test_page_shows_all_and_notes_who_has_seen_it(client, officer, report):
    photo = photo_of(report)
    for _time in range(2):
        text = client.get(reverse("reports:inspect", args=[report.pk])).text
    assert all(part in text for part in ("Stall 7", "no code on it", report.contact))
    assert reverse("reports:photo", args=[report.pk, photo.pk]) in text
    assert report.events.filter(kind=EventKind.VIEWED, user=officer).count() == 1


def test_list_filters_by_status_product_place_age_and_officer(client, officer):
    old = timezone.now() - datetime.timedelta(days=10)
    wanted = ReportFactory(
        place_kind=PlaceKind.LIVE_STREAM, received_at=old, assigned_to=officer, looked_at=old
    )
    other = ReportFactory()
    for query in (
        {"status": "looked_at"},
        {"product": wanted.product_id},
        {"place_kind": "live_stream"},
        {"age": "7"},
        {"assigned_to": officer.pk},
    ):
        text = client.get(reverse("reports:index"), query).text
        assert wanted.reference in text
        assert other.reference not in text
    assert wanted.reference not in client.get(reverse("reports:index"), {"status": "x"}).text


def test_list_shows_nobody_and_costs_the_same_for_few_and_many(
    client, officer, django_assert_max_num_queries
):
    ReportFactory()
    client.get(reverse("reports:index"))
    with django_assert_max_num_queries(60) as few:
        text = client.get(reverse("reports:index")).text
    assert not any(secret in text for secret in ("Miller", "Stall 7", "@example.org"))
    ReportFactory.create_batch(5)
    with django_assert_max_num_queries(len(few)):
        client.get(reverse("reports:index"))


def test_export_holds_no_personal_data_and_no_samples(client):
    client.force_login(UserFactory(role="manager"))
    report = ReportFactory(link="https://shop.example.org/1", product=None, product_text="=cmd")
    sample = ReportFactory(is_sample=True)
    response = client.get(reverse("reports:index"), {"export": "csv"})
    text = b"".join(response.streaming_content).decode()
    assert report.reference in text
    assert sample.reference not in text
    for secret in ("Miller", "Stall 7", "no code on it", "@example", "shop.example", "cmd"):
        assert secret not in text


def test_panel_and_menu_count_what_waits_without_samples(client, officer):
    ReportFactory.create_batch(2)
    ReportFactory(is_sample=True)
    ReportFactory(received_at=timezone.now() - datetime.timedelta(days=9), assigned_to=officer)
    text = client.get("/admin/").text
    panel = text[text.index("reports-to-do") :]
    assert "<strong>3</strong>" in panel
    assert panel.count("<strong>1</strong>") == 2  # overdue, mine


def test_samples_are_refused_in_production(settings):
    ReportFactory(is_sample=True)
    assert check_no_samples(None) == []
    settings.REFUSE_SAMPLES = True
    assert [error.id for error in check_no_samples(None)] == ["core.E001"]
    Report.objects.all().delete()
    assert check_no_samples(None) == []
