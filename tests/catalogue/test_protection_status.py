"""Status follows from announcement, dates and end alone."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from products.catalogue.enums import DatePrecision, EndReason, ProtectionStatus
from products.catalogue.models import Protection
from tests.factories import ProtectionFactory

pytestmark = pytest.mark.django_db
DAY = datetime.date(2020, 4, 30)
ONE = datetime.timedelta(days=1)


def test_in_force_from_the_day_of_the_announcement():
    right = ProtectionFactory(announced=DAY)
    assert right.status_on(DAY - ONE) == ProtectionStatus.APPLIED
    assert right.status_on(DAY) == right.status_on(DAY + ONE) == ProtectionStatus.IN_FORCE


@pytest.mark.parametrize(
    "lacking",
    [
        {"announcement_number": ""},
        {"announced": None},
        {"announced_precision": DatePrecision.MONTH},
        {"authority_zh": "", "authority_en": ""},
    ],
)
def test_without_number_full_date_or_authority_it_is_to_be_verified(lacking):
    right = ProtectionFactory(**lacking)
    assert right.status == ProtectionStatus.UNVERIFIED
    assert len(right.missing) == 1
    assert not Protection.objects.in_force(datetime.date.today()).exists()


def test_holds_to_the_last_day():
    right = ProtectionFactory(valid_from=DAY, valid_until=DAY + ONE)
    assert right.status_on(DAY + ONE) == ProtectionStatus.IN_FORCE
    assert right.status_on(DAY + 2 * ONE) == ProtectionStatus.ENDED


def test_an_end_with_unknown_day_is_an_end():
    assert ProtectionFactory(end_reason=EndReason.REVOKED).status == ProtectionStatus.ENDED


def test_an_application_is_applied_for():
    right = ProtectionFactory(unverified=True, is_application_only=True)
    assert right.status == ProtectionStatus.APPLIED


def test_a_successor_in_force_supersedes():
    old = ProtectionFactory()
    new = ProtectionFactory(product=old.product, scheme="gi_product", supersedes=old)
    assert old.status == ProtectionStatus.SUPERSEDED
    new.end_reason = EndReason.REVOKED
    new.save()
    old.refresh_from_db()
    assert old.status == ProtectionStatus.IN_FORCE


@pytest.mark.parametrize(
    "wrong",
    [
        {"valid_from": DAY, "valid_until": DAY - ONE},
        {"is_application_only": True},
    ],
)
def test_contradictions_are_refused(wrong):
    right = ProtectionFactory()
    for name, value in wrong.items():
        setattr(right, name, value)
    with pytest.raises(ValidationError):
        right.full_clean()


def test_a_number_is_recorded_once_for_a_scheme():
    number = ProtectionFactory().number
    with pytest.raises(ValidationError):
        ProtectionFactory.build(
            product=ProtectionFactory().product, number=number, source=ProtectionFactory().source
        ).full_clean()
