"""What begins or ends by its date alone is logged once, with its day."""

import datetime

import pytest
from django.utils import timezone

from home.following.log import log_days, settle, take_baseline
from home.following.models import LoggedDay
from tests.factories import ProtectionFactory, SpecificationFactory
from tests.following.conftest import told
from tests.registry.factories import (
    AuthorisationEventFactory,
    AuthorisationFactory,
    NoticeFactory,
)

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


@pytest.fixture
def today():
    return timezone.localdate()


def begin(day):
    take_baseline(day)


def statuses(rows):
    return [(row.before, row.after, row.holds_from) for row in rows if row.field == "status"]


def test_term_that_runs_out_is_logged_once(log, today):
    AuthorisationFactory(valid_until=today - DAY)
    begin(today - DAY)
    assert log_days() == 1
    assert log_days() == 0
    assert statuses(log.new()) == [("in_force", "ended", today)]


def test_days_without_a_worker_are_made_up_for_each_with_its_day(log, today):
    entry = AuthorisationFactory()
    AuthorisationEventFactory(authorisation=entry, on=today - 4 * DAY)
    AuthorisationEventFactory(authorisation=entry, on=today - 2 * DAY, kind="resumed")
    begin(today - 6 * DAY)
    log_days()
    assert statuses(log.new()) == [
        ("in_force", "suspended", today - 4 * DAY),
        ("suspended", "in_force", today - 2 * DAY),
    ]
    assert LoggedDay.objects.count() == 7


def test_a_save_makes_up_for_the_days_before_it(log, today):
    entry = AuthorisationFactory()
    AuthorisationEventFactory(authorisation=entry, on=today - 2 * DAY)
    begin(today - 3 * DAY)
    entry.address_as_printed = "新址"
    rows = log.of(entry.save)
    assert [row.field for row in rows] == ["status", "address_as_printed"]
    assert rows[0].holds_from == today - 2 * DAY


def test_announced_beginning(log, today):
    AuthorisationFactory(valid_from=today, notice=NoticeFactory(issued_on=today - 30 * DAY))
    begin(today - DAY)
    log_days()
    assert statuses(log.new()) == [("applied", "in_force", today)]


def test_right_that_begins_and_one_that_ends_with_its_entries(log, today):
    ProtectionFactory(announced=today)
    right = ProtectionFactory(valid_until=today - DAY)
    AuthorisationFactory(protection=right)
    begin(today - DAY)
    log_days()
    rows = log.new()
    assert [row.kind for row in rows] == ["protection", "protection", "authorisation"]
    assert sorted(statuses(rows)) == [
        ("applied", "in_force", today),
        ("in_force", "ended", today),
        ("in_force", "ended", today),
    ]


def test_version_of_the_rules_that_follows_another(log, today):
    right = ProtectionFactory()
    SpecificationFactory(
        protection=right, version="1", in_force_from=today - 9 * DAY, in_force_until=today - DAY
    )
    SpecificationFactory(protection=right, version="2", in_force_from=today)
    begin(today - DAY)
    log_days()
    assert told(log.new()) == [("changed", "specification", ["1"], ["2"])]


def test_unconfirmed_event_turns_nothing(log, today):
    entry = AuthorisationFactory()
    AuthorisationEventFactory(authorisation=entry, on=today, waiting=True)
    begin(today - DAY)
    assert log_days() == 0


def test_first_run_begins_the_log(log, today):
    AuthorisationFactory(valid_until=today - DAY)
    assert settle() == 0
    assert list(LoggedDay.objects.values_list("day", flat=True)) == [today]
