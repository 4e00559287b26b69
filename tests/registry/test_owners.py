"""An entry that names no producer gets the one with its code, else with its name."""

import pytest
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from products.registry.owners import Owners
from products.registry.viewsets import AuthorisationViewSet
from tests.factories import UserFactory
from tests.producers.factories import ProducerFactory, credit_code
from tests.registry.factories import AuthorisationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def firm():
    return ProducerFactory(legal_name_zh="惠州市甲公司", credit_code=credit_code(7))


def owner(**printed):
    entry = AuthorisationFactory(**printed)
    return Owners([entry]).of(entry)


def test_the_code_comes_first(firm):
    ProducerFactory(legal_name_zh="惠州市乙公司")
    assert owner(name_as_printed="惠州市乙公司", credit_code_as_printed=credit_code(7)) == firm


def test_without_a_code_the_only_one_of_the_name(firm):
    assert owner(name_as_printed="惠州市甲公司", credit_code_as_printed="") == firm


def test_a_producer_whose_code_is_not_known_is_found_by_name():
    firm = ProducerFactory(legal_name_zh="惠州市甲公司", credit_code=None)
    assert owner(name_as_printed="惠州市甲公司", credit_code_as_printed=credit_code(8)) == firm


def test_another_code_is_another_firm(firm):
    assert owner(name_as_printed="惠州市甲公司", credit_code_as_printed=credit_code(8)) is None


def test_two_of_one_name_are_neither(firm):
    ProducerFactory(legal_name_zh="惠州市甲公司")
    assert owner(name_as_printed="惠州市甲公司", credit_code_as_printed="") is None


def test_a_sample_is_no_owner_of_a_real_entry():
    ProducerFactory(credit_code=credit_code(7), is_sample=True)
    assert owner(credit_code_as_printed=credit_code(7)) is None


def test_a_saved_form_without_producer_gets_it(firm):
    entry = AuthorisationFactory(credit_code_as_printed=credit_code(7))
    form_class = AuthorisationViewSet().get_edit_handler().get_form_class()
    form = form_class(
        nested_form_data(
            {
                "product": entry.product_id,
                "protection": entry.protection_id,
                "lawful_kind": entry.lawful_kind,
                "name_as_printed": entry.name_as_printed,
                "credit_code_as_printed": entry.credit_code_as_printed,
                "notice": entry.notice_id,
                "events": inline_formset([]),
            }
        ),
        instance=entry,
        for_user=UserFactory(),
    )
    assert form.is_valid(), form.errors
    assert form.save().producer == firm
