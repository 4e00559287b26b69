"""An import is taken back exactly, or not at all."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from products.registry.enums import BatchState, EventKind
from products.registry.importing.steps import Step, take
from products.registry.models import Authorisation, AuthorisationEvent, Notice
from tests.factories import UserFactory
from tests.producers.factories import ProducerFactory, credit_code
from tests.registry.factories import AuthorisationEventFactory, AuthorisationFactory
from tests.registry.import_files import csv_file, imported, product, row

pytestmark = pytest.mark.django_db
END = {"missing_end_on": datetime.date(2026, 1, 1), "missing_end_kind": EventKind.CANCELLED}


@pytest.fixture(autouse=True)
def lychee():
    return product()


def registry():
    """Every value of every entry, event and notice."""
    return [
        list(model.objects.order_by("pk").values())
        for model in (Authorisation, AuthorisationEvent, Notice)
    ]


def undo(batch):
    take(Step.UNDO, UserFactory(role="manager"), batch)
    batch.refresh_from_db()
    return batch.state


def test_new_entries_and_their_notice_go():
    before = registry()
    assert undo(imported(csv_file(row(1), row(2)))) == BatchState.UNDONE
    assert registry() == before


def test_changed_entries_get_their_former_values_back():
    imported(csv_file(row(1), row(2, applied_on="2021-05-01")))
    before = registry()
    first = Authorisation.objects.get(applied_on=None)
    batch = imported(
        csv_file(
            row(
                1,
                public_number=first.public_number,
                name="更正后的名称",
                valid_until="2030-12-31",
                notice_number="国家知识产权局公告第476号",
                notice_date="2022-04-01",
            ),
            row(2, valid_until="2031-12-31"),
        )
    )
    assert registry() != before
    undo(batch)
    assert registry() == before


def test_ends_are_taken_back():
    imported(csv_file(row(1), row(2), row(3)))
    before = registry()
    ended = row(2, ended_on="2024-05-01", end_kind="surrendered")
    undo(imported(csv_file(row(1), ended), is_complete=True, **END))
    assert registry() == before


def test_a_reported_entry_becomes_reported_again(lychee):
    entry = AuthorisationFactory(reported=True, protection=lychee.protections.get())
    before = registry()
    batch = imported(csv_file(row(public_number=entry.public_number)))
    assert Authorisation.objects.get().notice
    undo(batch)
    assert registry() == before


def test_an_import_with_a_later_change_is_not_undone():
    batch = imported(csv_file(row(1)))
    Authorisation.objects.get().save()
    with pytest.raises(ValidationError):
        undo(batch)
    assert Authorisation.objects.exists()


def test_an_import_with_a_later_event_is_not_undone():
    batch = imported(csv_file(row(1)))
    AuthorisationEventFactory(authorisation=Authorisation.objects.get())
    with pytest.raises(ValidationError):
        undo(batch)


def test_an_import_with_a_later_import_is_undone_after_that():
    first = imported(csv_file(row(1)))
    second = imported(csv_file(row(1, valid_until="2030-12-31")))
    with pytest.raises(ValidationError):
        undo(first)
    assert (undo(second), undo(first)) == (BatchState.UNDONE, BatchState.UNDONE)


def test_an_import_with_a_successor_is_not_undone():
    batch = imported(csv_file(row(1)))
    AuthorisationFactory(successor_of=Authorisation.objects.get())
    with pytest.raises(ValidationError):
        undo(batch)
    assert Authorisation.objects.count() == 2


def test_a_notice_that_others_use_stays():
    batch = imported(csv_file(row(1)))
    AuthorisationFactory(notice=Notice.objects.get())
    undo(batch)
    assert Notice.objects.exists()


def test_an_entry_without_producer_gets_it_and_loses_it_again():
    imported(csv_file(row(1)))
    ProducerFactory(credit_code=credit_code(1))
    before = registry()
    batch = imported(csv_file(row(1, valid_until="2031-12-31")))
    assert Authorisation.objects.get().producer
    undo(batch)
    assert registry() == before
