"""Forms of records in the admin."""

from decimal import Decimal

import pytest
from django.urls import reverse

from gi_site.core.admin_forms import FigureInput
from home.models import ContentPage
from tests.factories import UserFactory


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


@pytest.mark.django_db
def test_a_page_without_a_slug_gets_one_from_the_pinyin_of_its_title(client, tree):
    client.force_login(UserFactory(is_superuser=True))
    for slug in ("guan-yu-mei-cai", "guan-yu-mei-cai-2"):
        form = {"title": "关于梅菜", "slug": "", "summary": "", "body-count": "0"}
        url = reverse("wagtailadmin_pages:add", args=["home", "contentpage", tree.home.pk])
        assert client.post(url, form).status_code == 302
        assert ContentPage.objects.filter(slug=slug).exists()
