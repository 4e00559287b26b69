"""What a file would change, and that nothing else is changed."""

import datetime

import pytest

from products.registry.enums import BatchState, EventKind, Status
from products.registry.models import Authorisation, AuthorisationEvent, Notice
from tests.registry.import_files import (
    checked,
    confirmed,
    csv_file,
    imported,
    problems,
    product,
    row,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def lychee():
    return product()


def counts(batch):
    return {key: batch.report["counts"][key] for key in ("new", "changed", "unchanged", "ending")}


def entry():
    return Authorisation.objects.get()


def test_a_good_file_is_imported_with_its_notice():
    batch = imported(csv_file(row(1), row(2)))
    assert Authorisation.objects.in_force().count() == 2
    assert Notice.objects.get().number == "国家知识产权局公告第475号"
    assert Authorisation.objects.filter(batch=batch, checked_by=batch.closed_by).count() == 2


def test_a_dry_run_saves_nothing():
    batch = checked(csv_file(row()))
    assert counts(batch) == {"new": 1, "changed": 0, "unchanged": 0, "ending": 0}
    assert not Authorisation.objects.exists()
    assert not Notice.objects.exists()


def test_the_same_file_again_changes_nothing():
    imported(csv_file(row(1), row(2)))
    assert counts(checked(csv_file(row(1), row(2)))) == {
        "new": 0,
        "changed": 0,
        "unchanged": 2,
        "ending": 0,
    }


def test_a_change_shows_old_and_new():
    imported(csv_file(row(valid_until="2027-12-31")))
    number = entry().public_number
    batch = checked(csv_file(row(public_number=number, valid_until="2028年1月31日")))
    assert batch.report["rows"][0]["changes"] == {"valid_until": ["2027-12-31", "2028-01-31"]}
    imported(csv_file(row(public_number=number, valid_until="2028年1月31日")))
    assert entry().valid_until == datetime.date(2028, 1, 31)


def test_a_column_that_is_not_there_is_left_alone():
    imported(csv_file(row(note_zh="说明")))
    imported(csv_file({"public_number": entry().public_number, "valid_until": "2028-01-31"}))
    assert (entry().note_zh, entry().valid_until) == ("说明", datetime.date(2028, 1, 31))


def test_an_end_in_the_file_ends_the_entry():
    imported(csv_file(row()))
    imported(csv_file(row(ended_on="2024-05-01", end_kind="surrendered")))
    assert entry().status_on(datetime.date(2024, 4, 30)) == Status.IN_FORCE
    assert entry().status_on(datetime.date(2024, 5, 1)) == Status.ENDED
    again = checked(csv_file(row(ended_on="2024-05-01", end_kind="surrendered")))
    assert counts(again)["unchanged"] == 1


def test_a_successor_is_a_new_entry():
    imported(csv_file(row(1)))
    old = entry()
    imported(csv_file(row(2, name="惠州市新果香农业有限公司", successor_of=old.public_number)))
    assert old.successors.get().name_as_printed == "惠州市新果香农业有限公司"


def test_missing_entries_stay_unless_the_list_is_complete():
    imported(csv_file(row(1), row(2)))
    imported(csv_file(row(1)))
    assert Authorisation.objects.in_force().count() == 2


def test_missing_entries_of_a_complete_list_end():
    imported(csv_file(row(1), row(2)))
    end = {"missing_end_on": datetime.date(2026, 1, 1), "missing_end_kind": EventKind.CANCELLED}
    batch = checked(csv_file(row(1)), is_complete=True, **end)
    assert counts(batch)["ending"] == 1
    imported(csv_file(row(1)), is_complete=True, **end)
    assert Authorisation.objects.in_force().count() == 1
    assert AuthorisationEvent.objects.get().on == datetime.date(2026, 1, 1)


@pytest.mark.parametrize(("listed", "is_shrink"), [(9, False), (5, True)])
def test_a_sudden_shrink_is_noticed(listed, is_shrink):
    imported(csv_file(*map(row, range(10))))
    end = {"missing_end_on": datetime.date(2026, 1, 1), "missing_end_kind": EventKind.CANCELLED}
    batch = checked(csv_file(*map(row, range(listed))), is_complete=True, **end)
    assert batch.report["is_shrink"] == is_shrink


def test_a_registry_changed_meanwhile_is_compared_anew():
    imported(csv_file(row(valid_until="2027-12-31")))
    batch = checked(csv_file(row(valid_until="2028-12-31")))
    Authorisation.objects.update(valid_until=datetime.date(2026, 12, 31))
    assert confirmed(batch).state == BatchState.CHECKED
    assert "notice" in batch.report
    assert entry().valid_until == datetime.date(2026, 12, 31)


def test_a_changed_name_is_warned_of():
    imported(csv_file(row()))
    batch = checked(csv_file(row(public_number=entry().public_number, name="新名")))
    assert [problem[:2] for problem in problems(batch)] == [(2, "name")]
    assert counts(batch)["changed"] == 1
