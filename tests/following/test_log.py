"""Every change of a public legal fact stands in the log once, and nothing else does."""

import datetime

import pytest
from django.db import transaction
from django.utils import timezone

from home.following.log import check, settle, touch
from home.following.models import PublicChange, Snapshot, Touched
from home.following.querysets import AppendOnlyError
from products.catalogue.enums import ProductState
from products.catalogue.models import GIProduct, Protection, ProtectionStandard
from products.registry.enums import EventKind
from products.registry.importing.steps import Step, take
from products.registry.models import Authorisation
from products.registry.two_people import confirm
from tests.factories import (
    DistrictFactory,
    GIProductFactory,
    ProtectionFactory,
    SourceFactory,
    SpecificationFactory,
    UserFactory,
)
from tests.following.conftest import begin, told
from tests.registry.factories import (
    AuthorisationEventFactory,
    AuthorisationFactory,
    NoticeFactory,
)
from tests.registry.import_files import csv_file, imported, product, row

pytestmark = pytest.mark.django_db


def change(record, **values):
    """Saves `record` with `values`, as a form does."""
    for name, value in values.items():
        setattr(record, name, value)
    record.save()


def test_what_was_there_before_is_no_change(log):
    AuthorisationFactory()
    assert log.of(settle) == []
    assert Snapshot.objects.count() == 4


def test_changed_fact_of_a_product(log):
    record = GIProductFactory(bare=True, hs_code="")
    begin()
    [one] = log.of(lambda: change(record, hs_code="081090"))
    assert told([one]) == [("changed", "hs_code", "", "081090")]
    assert (one.kind, one.key, one.product) == ("product", record.slug, record)
    assert one.holds_from is None  # it was corrected; nobody says since when it holds


def test_districts_of_a_product(log):
    record = GIProductFactory(bare=True)
    begin()
    old = record.districts.first().slug
    new = DistrictFactory(slug="longmen")
    rows = log.of(lambda: change(record, districts=[new]))
    assert told(rows) == [("changed", "districts", [old], ["longmen"])]


def test_fields_for_staff_are_no_facts(log):
    record = GIProductFactory(bare=True)
    begin()
    assert log.of(lambda: change(record, last_checked_on=timezone.localdate(), pinyin="x")) == []


def test_changes_back_within_a_transaction_are_none(log):
    record = GIProductFactory(bare=True, name_en="Lychee")
    begin()

    def back_and_forth():
        change(record, name_en="Litchi")
        change(record, name_en="Lychee")

    assert log.of(back_and_forth) == []


def test_rolled_back_change_is_none(log):
    record = GIProductFactory(bare=True)
    begin()
    try:
        with transaction.atomic():
            change(record, name_en="Other")
            raise ZeroDivisionError
    except ZeroDivisionError:
        pass
    assert log.of(settle) == []
    assert not Touched.objects.exists()


def test_killed_process_leaves_a_note_that_the_next_finds(log):
    record = GIProductFactory(bare=True, name_en="Lychee")
    begin()
    change(record, name_en="Litchi")  # the test's transaction never commits: nobody compares
    assert log.new() == []
    assert told(log.of(settle)) == [("changed", "name_en", "Lychee", "Litchi")]
    assert log.of(settle) == []


def test_new_and_deleted_product(log):
    begin()
    rows = log.of(lambda: GIProductFactory(bare=True, slug="new", state=ProductState.CANDIDATE))
    assert [(each.action, each.key) for each in rows] == [("added", "new")]
    assert rows[0].after["state"] == "candidate"
    [gone] = log.of(GIProduct.objects.get().delete)
    assert (gone.action, gone.key, gone.product) == ("removed", "new", None)
    rows[0].refresh_from_db()
    assert (rows[0].product, rows[0].product_slug) == (None, "new")


def test_announced_right_comes_into_force_with_its_notice(log):
    right = ProtectionFactory(unverified=True)
    begin()
    values = {"announcement_number": "公告第9号", "announced": datetime.date(2024, 5, 6)}
    rows = log.of(lambda: change(right, **values))
    assert [(each.field, each.before, each.after) for each in rows] == [
        ("announcement_number", "", "公告第9号"),
        ("announced", None, ["2024-05-06", "day"]),
        ("status", "unverified", "in_force"),
    ]
    assert {each.notice_number for each in rows} == {"公告第9号"}
    assert rows[2].holds_from == datetime.date(2024, 5, 6)
    assert rows[2].protection == right


def test_standards_and_versions_of_a_right(log):
    right = ProtectionFactory()
    begin()
    standard = ProtectionStandard(number="DB44/T 1", title_en="Lychee", source=SourceFactory())
    [one] = log.of(lambda: change(right, standards=[standard]))
    assert one.after == [{"number": "DB44/T 1", "zh": "", "en": "Lychee"}]
    [one] = log.of(
        lambda: SpecificationFactory(
            protection=right, version="2024", in_force_from=datetime.date(2024, 1, 1)
        )
    )
    assert (one.field, one.before, one.after) == ("specification", [], ["2024"])


def test_successor_changes_the_right_it_supersedes(log):
    old = ProtectionFactory()
    begin()
    new = []
    rows = log.of(
        lambda: new.append(
            ProtectionFactory(product=old.product, scheme="gi_product", supersedes=old)
        )
    )
    assert [(each.action, each.protection_id, each.after) for each in rows if each.field] == [
        ("changed", old.pk, "superseded")
    ]
    rows = log.of(new[0].delete)
    assert ("changed", "status", "superseded", "in_force") in told(rows)


def test_ended_right_ends_its_authorisations(log):
    entry = AuthorisationFactory()
    begin()
    rows = log.of(lambda: change(entry.protection, valid_until=datetime.date(2024, 12, 31)))
    [one] = [each for each in rows if each.kind == "authorisation"]
    assert (one.field, one.before, one.after) == ("status", "in_force", "ended")
    assert one.holds_from == datetime.date(2025, 1, 1)


def test_entry_appears_when_a_second_person_confirms_it(log):
    begin()
    made = []
    rows = log.of(lambda: made.append(AuthorisationFactory(waiting=True)))
    assert {each.kind for each in rows} == {"product", "protection"}
    [entry] = made
    rows = log.of(lambda: confirm(entry, UserFactory()))
    assert [(each.kind, each.action) for each in rows] == [
        ("notice", "added"),
        ("authorisation", "added"),
    ]
    assert rows[1].after["status"] == "in_force"
    assert (rows[1].authorisation, rows[1].notice) == (entry, entry.notice)
    assert rows[1].holds_from == entry.notice.issued_on


def test_changed_entry_is_hidden_until_it_is_confirmed_anew(log):
    entry = AuthorisationFactory(address_as_printed="旧址")
    begin()
    someone = UserFactory()
    values = {"entered_by": someone, "checked_by": None, "checked_at": None}
    rows = log.of(lambda: change(entry, address_as_printed="新址", **values))
    assert told(rows) == [("hidden", "", None, None)]
    rows = log.of(lambda: confirm(entry, UserFactory()))
    assert told(rows) == [
        ("shown", "", None, None),
        ("changed", "address_as_printed", "旧址", "新址"),
    ]


def test_event_counts_once_it_is_confirmed(log):
    entry = AuthorisationFactory()
    begin()
    notice = NoticeFactory()
    event = {"authorisation": entry, "on": datetime.date(2024, 3, 1), "notice": notice}
    assert log.of(lambda: AuthorisationEventFactory(waiting=True, **event)) == []
    entry = Authorisation.objects.get()
    rows = log.of(lambda: confirm(entry, UserFactory()))
    assert [(each.kind, each.action, each.field) for each in rows] == [
        ("notice", "added", ""),
        ("authorisation", "changed", "events"),
        ("authorisation", "changed", "status"),
    ]
    assert rows[1].after["kind"] == EventKind.SUSPENDED
    assert {each.holds_from for each in rows[1:]} == {datetime.date(2024, 3, 1)}
    assert {each.notice for each in rows} == {notice}


def test_notice_that_is_deleted_with_its_event_is_named_in_words(log):
    event = AuthorisationEventFactory(notice=NoticeFactory(number="公告第5号"))
    begin()

    def delete():
        event.delete()
        event.notice.delete()

    rows = log.of(delete)
    assert [(each.notice_number, each.notice) for each in rows if each.field == "events"] == [
        ("公告第5号", None)
    ]


def test_samples_never_appear(log):
    begin()
    sample = []
    rows = log.of(
        lambda: sample.append(AuthorisationFactory(is_sample=True, notice__is_sample=True))
    )
    rows += log.of(lambda: change(sample[0], address_as_printed="示例"))
    assert not {"authorisation", "notice"} & {each.kind for each in rows}


def test_notice_is_public_with_its_entry(log):
    begin()
    assert log.of(NoticeFactory) == []
    notice = NoticeFactory(number="公告第1号")
    rows = log.of(lambda: AuthorisationFactory(notice=notice))
    assert [each.title_zh for each in rows if each.kind == "notice"] == ["公告第1号"]
    rows = log.of(lambda: change(notice, number="公告第2号"))
    assert told(rows) == [("changed", "number", "公告第1号", "公告第2号")]


def test_date_of_a_notice_moves_its_entries(log):
    entry = AuthorisationFactory()
    begin()
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    rows = log.of(lambda: change(entry.notice, issued_on=tomorrow))
    assert [(each.kind, each.field, each.after) for each in rows] == [
        ("notice", "issued_on", tomorrow.isoformat()),
        ("authorisation", "status", "not_yet"),
    ]


def test_import_of_many_rows_logs_each_entry_once(log):
    product()
    begin()
    batch = []
    rows = log.of(lambda: batch.append(imported(csv_file(*(row(n) for n in range(1, 6))))))
    entries = [each for each in rows if each.kind == "authorisation"]
    assert [each.action for each in entries] == ["added"] * 5
    assert [each.action for each in rows if each.kind == "notice"] == ["added"]
    assert log.of(settle) == []
    rows = log.of(lambda: take(Step.UNDO, UserFactory(role="manager"), batch[0]))
    assert sorted(each.action for each in rows if each.kind == "authorisation") == ["removed"] * 5


def test_import_that_changes_entries_logs_what_differs(log):
    product()
    imported(csv_file(row(1), row(2)))
    begin()
    file = csv_file(row(1, valid_until="2040-12-31"), row(2))
    rows = log.of(lambda: imported(file))
    assert told(rows) == [("changed", "valid_until", "", "2040-12-31")]


def test_import_that_ends_entries_logs_their_end(log):
    product()
    imported(csv_file(row(1), row(2)))
    begin()
    end = {"missing_end_on": datetime.date(2026, 1, 1), "missing_end_kind": EventKind.CANCELLED}
    rows = log.of(lambda: imported(csv_file(row(1)), is_complete=True, **end))
    assert [each.field for each in rows] == ["events", "status"]
    assert rows[1].holds_from == datetime.date(2026, 1, 1)


def test_check_logs_what_was_changed_past_the_site(log):
    right = ProtectionFactory()
    entry = AuthorisationFactory(protection=right)
    begin()
    assert check() == 0
    Protection.objects.update(holder_en="Another holder")
    Authorisation.objects.all().delete()
    assert log.of(settle)
    assert not log.of(settle)
    assert check() == 1
    assert [each.field for each in log.new()] == ["holder_en"]
    assert check() == 0
    assert entry.public_number in PublicChange.objects.values_list("key", flat=True)


def test_comparing_costs_the_same_for_few_and_many(log, django_assert_max_num_queries):
    right = ProtectionFactory()
    AuthorisationFactory.create_batch(3, protection=right)
    begin()

    def costs(number):
        AuthorisationFactory.create_batch(number, protection=right)
        Authorisation.objects.update(address_as_printed=f"新址{number}")
        touch("authorisation", Authorisation.objects.values_list("pk", flat=True))
        with django_assert_max_num_queries(100) as queries:
            settle()
        return len(queries)

    assert costs(1) == costs(20)


@pytest.mark.parametrize("spoil", ["save", "delete"])
def test_rows_are_neither_changed_nor_deleted(log, spoil):
    begin()
    log.of(lambda: GIProductFactory(bare=True))
    one = PublicChange.objects.first()
    with pytest.raises(AppendOnlyError):
        getattr(one, spoil)()
    with pytest.raises(AppendOnlyError):
        PublicChange.objects.update(key="x")
    with pytest.raises(AppendOnlyError):
        PublicChange.objects.all().delete()
