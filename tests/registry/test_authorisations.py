"""The record of an authorisation: two people, footing, public numbers."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils import timezone

from products.registry.enums import BatchState
from products.registry.models import Authorisation, ImportBatch
from products.registry.numbers import ALPHABET, LENGTH, PREFIX, free_public_numbers
from tests.factories import GIProductFactory, UserFactory
from tests.registry.factories import AuthorisationFactory

pytestmark = pytest.mark.django_db


def test_what_one_person_entered_is_public_once_another_has_confirmed_it():
    entry = AuthorisationFactory(waiting=True)
    assert not Authorisation.objects.public().exists()
    assert not entry.is_public
    entry.checked_by, entry.checked_at = UserFactory(), timezone.now()
    entry.save()
    assert Authorisation.objects.public().exists()
    assert entry.is_public


def test_nobody_confirms_what_they_entered():
    user = UserFactory()
    with pytest.raises(IntegrityError):
        AuthorisationFactory(entered_by=user, checked_by=user)


def test_a_confirmation_has_person_and_time():
    with pytest.raises(IntegrityError):
        AuthorisationFactory(checked_at=None)


def test_a_reported_fact_with_its_source_needs_nobody():
    entry = AuthorisationFactory(reported=True)
    assert entry.is_reported
    assert list(Authorisation.objects.public()) == [entry]


def test_an_announced_entry_was_entered_by_somebody():
    with pytest.raises(IntegrityError):
        AuthorisationFactory(waiting=True, entered_by=None)


def test_an_entry_without_notice_application_and_report_is_refused():
    with pytest.raises(IntegrityError):
        AuthorisationFactory(notice=None)


@pytest.mark.parametrize("missing", [{"protection": None}, {"lawful_kind": ""}])
def test_an_announced_entry_needs_right_and_kind(missing):
    with pytest.raises(IntegrityError):
        AuthorisationFactory(**{"product": GIProductFactory(bare=True), **missing})


def test_it_ends_after_it_begins():
    with pytest.raises(IntegrityError):
        AuthorisationFactory(
            valid_from=datetime.date(2024, 1, 2), valid_until=datetime.date(2024, 1, 1)
        )


def test_the_right_protects_the_product():
    entry = AuthorisationFactory()
    entry.product = GIProductFactory(bare=True)
    with pytest.raises(ValidationError) as raised:
        entry.clean()
    assert "protection" in raised.value.message_dict


def test_a_printed_code_is_stored_in_its_usual_form():
    entry = AuthorisationFactory(credit_code_as_printed=" 91110000 101623741k")
    assert entry.credit_code_as_printed == "91110000101623741K"


def test_public_numbers_have_no_look_alikes():
    assert not set(ALPHABET) & set("0O1IL2Z5S8BUVQ")
    number = AuthorisationFactory().public_number
    assert number.startswith(PREFIX)
    assert len(number) == len(PREFIX) + LENGTH


def test_many_public_numbers_are_all_free():
    numbers = free_public_numbers(500, Authorisation.objects.all())
    assert len(set(numbers)) == 500


def test_an_import_is_confirmed_by_another_person():
    user = UserFactory()
    with pytest.raises(IntegrityError):
        ImportBatch.objects.create(
            file="x.csv",
            file_name="x.csv",
            uploaded_by=user,
            closed_by=user,
            state=BatchState.CONFIRMED,
        )
