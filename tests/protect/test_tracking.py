"""Following a report by its secret link: what is shown, writing more, withdrawing."""

import pytest
from django.core import mail

from gi_site.core.storage import private_storage
from gi_site.ops.request_log import loggable_path
from home.protect.closing import close, pass_on
from home.protect.enums import Actor, EventKind, Outcome
from home.protect.history import record
from home.protect.links import issue_link
from home.protect.models import Erasure, Report, ReportPhoto
from tests.factories import UserFactory
from tests.protect.factories import ReportFactory, photo_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tree")]


def link_of(report) -> str:
    return issue_link(report).split("8000")[1]


@pytest.fixture
def report():
    return ReportFactory(message="no code on it")


def test_page_tells_status_answer_and_what_was_reported(client, report):
    record(report, EventKind.ANSWERED, Actor.OFFICE, text="We asked the shop")
    record(report, EventKind.NOTE, Actor.OFFICE, text="for staff only")
    pass_on(report, "County bureau", "No. 5", UserFactory())
    text = client.get(link_of(report)).content.decode()
    for part in ("Passed on to the authority", "County bureau No. 5", "We asked the shop"):
        assert part in text
    assert "no code on it" in text
    assert "for staff only" not in text


def test_link_is_in_the_language_of_the_reporter(client):
    report = ReportFactory(language="zh-hans")
    link = link_of(report)
    assert link.startswith("/protect/report/track/")
    assert "举报已收到" in client.get(link).content.decode()


def test_forged_link_leads_nowhere(client, report):
    answer = client.get("/en/protect/report/track/forged/")
    assert answer.status_code == 404
    assert answer["Cache-Control"] == "private, no-store"
    assert "This link leads nowhere" in answer.content.decode()


def test_secret_stays_out_of_the_log(client, report):
    link = link_of(report)
    request = client.get(link).wsgi_request
    assert link.split("/")[-2] not in loggable_path(request)


def test_photographs_are_seen_with_their_own_link_only(client, report):
    photo, other = photo_of(report), ReportFactory()
    private = f"{link_of(report)}photos/{photo.pk}/"
    answer = client.get(private)
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "attachment" in answer["Content-Disposition"]
    assert client.get(f"{link_of(other)}photos/{photo.pk}/").status_code == 404
    assert client.get(f"/en/protect/report/track/x/photos/{photo.pk}/").status_code == 404


def test_reporter_writes_more_once(client, report, django_capture_on_commit_callbacks):
    link, data = link_of(report), {"action": "message", "message-text": "I saw it again"}
    with django_capture_on_commit_callbacks(execute=True):
        answers = [client.post(link, data) for _time in range(2)]
    assert all(answer.status_code == 302 for answer in answers)
    assert report.events.get(kind=EventKind.REPORTER_MESSAGE).text == "I saw it again"
    (to_office,) = mail.outbox
    assert "saw it again" not in to_office.body


def test_empty_message_is_refused(client, report):
    answer = client.post(link_of(report), {"action": "message", "message-text": " "})
    assert answer.status_code == 422
    assert not report.events.exists()


def test_closed_report_takes_no_more_words(client, report):
    close(report, Outcome.NO_MISUSE, UserFactory())
    link = link_of(report)
    assert "Write more" not in client.get(link).content.decode()
    assert client.post(link, {"action": "message", "message-text": "x"}).status_code == 422


def test_withdrawing_asks_first_and_erases(client, report, django_capture_on_commit_callbacks):
    photo, link = photo_of(report), link_of(report)
    assert "cannot be undone" in client.get(f"{link}?withdraw").content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        answer = client.post(link, {"action": "withdraw"}, follow=True)
    assert "The report is withdrawn" in answer.content.decode()
    stored = Report.objects.get()
    assert (stored.message, stored.place, stored.contact, stored.reporter_name) == ("",) * 4
    assert not ReportPhoto.objects.exists()
    assert not private_storage().exists(photo.file.name)
    assert Erasure.objects.get().reason == Erasure.Reason.WITHDRAWN
    assert client.get(link).status_code == 404
    assert {each.to[0] for each in mail.outbox} >= {report.contact}


def test_page_costs_the_same_for_few_and_many_steps(
    client, report, django_assert_max_num_queries, django_assert_num_queries
):
    link = link_of(report)
    client.get(link)
    with django_assert_max_num_queries(8) as few:
        client.get(link)
    for number in range(5):
        record(report, EventKind.ANSWERED, Actor.OFFICE, text=str(number))
        photo_of(report)
    with django_assert_num_queries(len(few)):
        client.get(link)
