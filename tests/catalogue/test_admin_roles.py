"""Which role may do what in the catalogue's admin."""

import pytest
from django.urls import reverse

from tests.factories import GIProductFactory, ProtectionFactory, UserFactory

pytestmark = pytest.mark.django_db

CHANGES = {
    "editor": {"giproduct", "source", "category"},
    "registrar": {"protection", "specification", "source"},
    "trade officer": set(),
    "manager": {"giproduct", "protection", "specification", "source", "category", "district"},
}
SEES = {
    "editor": {"giproduct", "protection"},
    "registrar": {"giproduct", "protection"},
    "trade officer": {"giproduct"},
    "manager": {"giproduct", "protection"},
}


@pytest.fixture(params=CHANGES)
def role(request, client):
    client.force_login(UserFactory(role=request.param))
    return request.param


def is_open(client, model, view, *args):
    return (
        client.get(reverse(f"wagtailsnippets_catalogue_{model}:{view}", args=args)).status_code
        == 200
    )


def test_role_adds_only_its_records(client, role):
    models = CHANGES["manager"]
    assert {model for model in models if is_open(client, model, "add")} == CHANGES[role]


def test_role_opens_only_its_records_for_editing(client, role):
    protection = ProtectionFactory()
    records = {"protection": protection, "giproduct": protection.product}
    opened = {name for name, record in records.items() if is_open(client, name, "edit", record.pk)}
    assert opened == CHANGES[role] & set(records)


def test_role_looks_at_what_it_may_see(client, role):
    protection = ProtectionFactory()
    records = {"protection": protection, "giproduct": protection.product}
    seen = {name for name, record in records.items() if is_open(client, name, "inspect", record.pk)}
    assert seen == SEES[role]


def test_role_marks_products_as_checked_only_if_it_edits_them(client, role):
    product = GIProductFactory(bare=True)
    url = reverse("wagtail_bulk_action", args=["catalogue", "giproduct", "mark_checked"])
    client.post(f"{url}?id={product.pk}&next=/admin/")
    product.refresh_from_db()
    assert bool(product.last_checked_on) == ("giproduct" in CHANGES[role])


def test_role_is_offered_to_add_protections_only_if_it_may(client):
    product = GIProductFactory(bare=True)
    add = f"{reverse('wagtailsnippets_catalogue_protection:add')}?product={product.pk}"
    offered = {}
    for role in ("editor", "manager"):
        client.force_login(UserFactory(role=role))
        page = client.get(reverse("wagtailsnippets_catalogue_giproduct:edit", args=[product.pk]))
        offered[role] = add in page.content.decode()
    assert offered == {"editor": False, "manager": True}


def test_role_sees_tasks_it_can_do(client, role):
    home = client.get(reverse("wagtailadmin_home")).content.decode()
    assert ("catalogue-to-do" in home) == bool(CHANGES[role])
    assert ("translations-to-do" in home) == (role in ("editor", "manager"))


def test_stranger_sees_nothing(client):
    url = reverse("wagtailsnippets_catalogue_giproduct:list")
    client.force_login(UserFactory())
    assert client.get(url).status_code == 302
