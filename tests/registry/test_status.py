"""The status of an authorisation follows from its dates, its notice and its events alone."""

import datetime

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from products.catalogue.enums import EndReason
from products.registry.enums import END_EVENTS, EventKind, Status
from products.registry.models import Authorisation
from tests.factories import ProtectionFactory, SourceFactory, UserFactory
from tests.registry.factories import (
    AuthorisationEventFactory,
    AuthorisationFactory,
    NoticeFactory,
)

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def date(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def around(entry: Authorisation, day: str) -> list[Status]:
    """The status on the day before, on and after `day`; Python and SQL must agree."""
    entry = Authorisation.objects.get(pk=entry.pk)
    days = [date(day) + offset * DAY for offset in (-1, 0, 1)]
    python = [entry.status_on(each) for each in days]
    sql = [Authorisation.objects.with_status(each).get(pk=entry.pk).status_known for each in days]
    assert python == sql
    return python


def test_it_is_in_force_from_the_day_of_the_notice():
    entry = AuthorisationFactory(notice__issued_on=date("2022-03-01"))
    assert around(entry, "2022-03-01") == [Status.NOT_YET, Status.IN_FORCE, Status.IN_FORCE]


def test_it_is_applied_for_between_application_and_notice():
    entry = AuthorisationFactory(applied_on=date("2021-10-01"))
    assert around(entry, "2021-10-01") == [Status.NOT_YET, Status.APPLIED, Status.APPLIED]
    assert around(entry, "2022-03-01") == [Status.APPLIED, Status.IN_FORCE, Status.IN_FORCE]


def test_an_announced_term_begins_on_its_first_day():
    entry = AuthorisationFactory(valid_from=date("2022-04-01"))
    assert around(entry, "2022-04-01") == [Status.APPLIED, Status.IN_FORCE, Status.IN_FORCE]


def test_a_term_that_began_before_the_notice_counts_from_the_notice():
    entry = AuthorisationFactory(valid_from=date("2022-01-01"))
    assert around(entry, "2022-03-01") == [Status.APPLIED, Status.IN_FORCE, Status.IN_FORCE]


def test_valid_until_is_the_last_day():
    entry = AuthorisationFactory(valid_until=date("2025-02-28"))
    assert around(entry, "2025-02-28") == [Status.IN_FORCE, Status.IN_FORCE, Status.ENDED]
    standing = entry.standing_on(date("2025-06-01"))
    assert (standing.ended, standing.since) == (EventKind.EXPIRED, date("2025-03-01"))


def test_it_is_suspended_until_it_is_resumed():
    entry = AuthorisationFactory()
    AuthorisationEventFactory(authorisation=entry, on=date("2023-06-01"))
    AuthorisationEventFactory(authorisation=entry, kind=EventKind.RESUMED, on=date("2023-09-01"))
    assert around(entry, "2023-06-01") == [Status.IN_FORCE, Status.SUSPENDED, Status.SUSPENDED]
    assert around(entry, "2023-09-01") == [Status.SUSPENDED, Status.IN_FORCE, Status.IN_FORCE]


@pytest.mark.parametrize("kind", END_EVENTS)
def test_an_end_holds_from_its_day(kind):
    entry = AuthorisationFactory()
    AuthorisationEventFactory(authorisation=entry, kind=kind, on=date("2024-01-15"))
    assert around(entry, "2024-01-15") == [Status.IN_FORCE, Status.ENDED, Status.ENDED]
    assert Authorisation.objects.get().standing_on(date("2024-02-01")).ended == kind


def test_it_ends_with_its_base_right():
    right = ProtectionFactory(valid_until=date("2025-05-31"))
    entry = AuthorisationFactory(protection=right)
    assert around(entry, "2025-05-31") == [Status.IN_FORCE, Status.IN_FORCE, Status.ENDED]
    assert entry.standing_on(date("2025-07-01")).ended == EventKind.BASE_RIGHT_ENDED


def test_a_base_right_that_ended_on_an_unknown_day_gives_nothing():
    right = ProtectionFactory(end_reason=EndReason.SCHEME_ENDED)
    entry = AuthorisationFactory(protection=right)
    assert around(entry, "2025-05-31") == [Status.ENDED] * 3


def test_without_a_notice_it_is_reported_and_never_in_force():
    entry = AuthorisationFactory(reported=True)
    assert around(entry, "2022-03-01") == [Status.REPORTED] * 3


def test_an_event_counts_only_once_a_second_person_has_confirmed_it():
    entry = AuthorisationFactory()
    AuthorisationEventFactory(authorisation=entry, on=date("2023-06-01"), waiting=True)
    assert around(entry, "2023-06-01") == [Status.IN_FORCE] * 3


def test_events_that_the_site_itself_loads_need_no_second_person():
    entry = AuthorisationFactory(is_sample=True)
    AuthorisationEventFactory(authorisation=entry, on=date("2023-06-01"), by_the_site=True)
    assert around(entry, "2023-06-01")[1] == Status.SUSPENDED


def test_the_standing_names_the_notice_that_proves_it():
    notice = NoticeFactory()
    entry = AuthorisationFactory()
    AuthorisationEventFactory(authorisation=entry, on=date("2023-06-01"), notice=notice)
    assert entry.standing_on(date("2022-06-01")).notice == entry.notice
    assert entry.standing_on(date("2023-06-01")).notice == notice


def test_every_status_has_a_sentence():
    assert all(str(status.meaning) for status in Status)


def test_lawful_users_are_those_in_force_on_the_day():
    entry = AuthorisationFactory(valid_until=date("2025-02-28"))
    AuthorisationFactory(reported=True)
    assert list(Authorisation.objects.in_force(date("2025-02-28"))) == [entry]
    assert not Authorisation.objects.in_force(date("2025-03-01")).exists()


some_day = st.integers(0, 12).map(lambda n: date("2022-01-01") + n * DAY)
maybe_day = st.none() | some_day


@st.composite
def lives(draw):
    """An authorisation's dates, its right's end and its events, all within a fortnight."""
    term = sorted(draw(st.tuples(some_day, some_day)))
    events = draw(
        st.lists(
            st.tuples(st.sampled_from(EventKind.values), some_day, st.booleans()),
            max_size=5,
            unique_by=lambda event: event[:2],
        )
    )
    return {
        "applied_on": draw(maybe_day),
        "valid_from": draw(st.sampled_from([None, term[0]])),
        "valid_until": draw(st.sampled_from([None, term[1]])),
        "issued_on": draw(maybe_day),
        "has_source": draw(st.booleans()),
        "right_ends": draw(maybe_day),
        "end_reason": draw(st.sampled_from(["", "", "", EndReason.REVOKED])),
        "events": events,
    }


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(life=lives())
def test_python_and_sql_agree_on_every_day(db, life):
    if not (life["issued_on"] or life["applied_on"]):
        life["has_source"] = True
    people = {"entered_by": UserFactory(), "checked_by": UserFactory()}
    right = ProtectionFactory(valid_until=life["right_ends"], end_reason=life["end_reason"])
    entry = AuthorisationFactory(
        protection=right,
        notice=NoticeFactory(issued_on=life["issued_on"]) if life["issued_on"] else None,
        source=SourceFactory() if life["has_source"] else None,
        **people,
        **{name: life[name] for name in ("applied_on", "valid_from", "valid_until")},
    )
    for kind, on, is_checked in life["events"]:
        check = {"checked_by": people["checked_by"], "checked_at": timezone.now()}
        nobody = dict.fromkeys(check)
        AuthorisationEventFactory(
            authorisation=entry,
            kind=kind,
            on=on,
            entered_by=people["entered_by"],
            **(check if is_checked else nobody),
        )
    entry = Authorisation.objects.get(pk=entry.pk)
    same = Authorisation.objects.filter(pk=entry.pk)
    before = None
    for offset in range(-1, 15):
        day = date("2022-01-01") + offset * DAY
        in_sql = Authorisation.objects.with_status(day).get(pk=entry.pk).status_known
        assert entry.status_on(day) == in_sql, day
        if in_sql == before:
            continue
        before = in_sql
        having = [each for each in Status if same.having_status(each, on=day).exists()]
        assert having == [in_sql], day
        assert same.having_status(*Status, on=day).exists(), day
        others = set(Status) - {in_sql}
        assert not same.having_status(*others, on=day).exists(), day
