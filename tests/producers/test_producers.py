"""The record of a producer."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils import translation

from products.producers.enums import Footing, Role, Visibility
from products.producers.models import Contact, Producer
from tests.factories import SiteDocumentFactory, UserFactory
from tests.producers.factories import ContactFactory, ProducerFactory

pytestmark = pytest.mark.django_db
FAILING = "91350211M0000XUF46"


def test_a_code_is_stored_in_capitals_without_spaces():
    producer = ProducerFactory.build(district=None, credit_code=" 91110000 101623741k ")
    producer.full_clean()
    assert producer.credit_code == "91110000101623741K"


def test_an_empty_code_is_unknown_and_may_occur_often():
    for _ in range(2):
        producer = ProducerFactory.build(district=None, credit_code="")
        producer.full_clean()
        producer.save()
    assert Producer.objects.filter(credit_code=None).count() == 2


def test_a_failing_code_without_a_document_is_refused_at_its_field():
    with pytest.raises(ValidationError) as raised:
        ProducerFactory.build(district=None, credit_code=FAILING).full_clean()
    assert "credit_code" in raised.value.message_dict


def test_a_failing_code_with_a_document_counts_once_another_person_confirms_it():
    producer = ProducerFactory(
        credit_code=FAILING,
        credit_code_evidence=SiteDocumentFactory(),
        entered_by=UserFactory(),
    )
    producer.full_clean()
    assert producer.confirmed_credit_code == ""
    producer.credit_code_reviewer = UserFactory()
    producer.save()
    assert producer.confirmed_credit_code == FAILING


def test_who_entered_a_code_cannot_confirm_it():
    user = UserFactory()
    with pytest.raises(IntegrityError):
        ProducerFactory(
            credit_code=FAILING,
            credit_code_evidence=SiteDocumentFactory(),
            entered_by=user,
            credit_code_reviewer=user,
        )


def test_a_confirmation_ends_when_the_code_changes():
    producer = ProducerFactory(
        credit_code=FAILING,
        credit_code_evidence=SiteDocumentFactory(),
        entered_by=UserFactory(),
        credit_code_reviewer=UserFactory(),
    )
    producer.credit_code = "91310115MA1H8R7C6D"
    producer.save()
    assert producer.credit_code_reviewer is None


def test_a_reported_statement_needs_its_source():
    with pytest.raises(IntegrityError):
        ProducerFactory(footing=Footing.REPORTED)


def test_a_checked_statement_needs_its_date():
    with pytest.raises(IntegrityError):
        ProducerFactory(footing=Footing.CHECKED)


def test_its_name_is_the_trading_name_in_the_readers_language():
    producer = ProducerFactory(trading_name_zh="果香", name_en="Guoxiang Co.")
    assert producer.name == "果香"
    with translation.override("en"):
        assert producer.name == "Guoxiang Co."
        producer.name_en = ""
        assert producer.name == "果香"


def test_its_roles_are_those_that_are_ticked():
    assert ProducerFactory(is_exporter=True).roles == [Role.GROWER, Role.EXPORTER]


def test_export_ready_are_those_that_name_a_market():
    ready = ProducerFactory(export_markets=["europe"])
    ProducerFactory()
    assert list(Producer.objects.export_ready()) == [ready]


def test_a_contact_is_for_staff_until_somebody_decides_otherwise():
    assert Contact().visibility == Visibility.STAFF


def test_contacts_are_shown_to_whom_they_are_meant_for():
    public, buyers, _staff = (ContactFactory(visibility=each) for each in Visibility)
    assert list(Contact.objects.public()) == [public]
    assert list(Contact.objects.for_buyers()) == [public, buyers]


def test_its_place_reads_in_the_order_of_the_language():
    producer = ProducerFactory(
        district__name_zh="惠城区", district__name_en="Huicheng", town_zh="横沥镇", town_en="Hengli"
    )
    assert producer.place == "惠城区横沥镇"
    with translation.override("en"):
        assert producer.place == "Hengli, Huicheng"
