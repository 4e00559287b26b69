"""Forms of records in the admin."""

from decimal import Decimal

import pytest

from gi_site.core.admin_forms import FigureInput


@pytest.mark.parametrize(
    ("stored", "shown"),
    [("2266.7000", "2266.7"), ("1200.0000", "1200"), ("0.0000", "0"), ("0.0500", "0.05")],
)
def test_a_figure_stands_without_trailing_zeros(stored, shown):
    assert FigureInput().format_value(Decimal(stored)) == shown


def test_forms_of_records_use_it():
    from products.catalogue.models import GIProduct

    form = GIProduct.snippet_viewset.get_form_class()
    assert any(isinstance(field.widget, FigureInput) for field in form.base_fields.values())
