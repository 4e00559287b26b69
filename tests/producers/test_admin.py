"""Producers in the admin: who may do what, second person for failing codes."""

import pytest
from django.urls import reverse

from products.producers.models import Producer
from tests.factories import DistrictFactory, SiteDocumentFactory, UserFactory
from tests.producers.factories import ProducerFactory

pytestmark = pytest.mark.django_db
FAILING = "91350211M0000XUF46"
LISTS = ("contacts", "offers", "claims", "certificates")


def url(view, *args):
    return reverse(f"wagtailsnippets_producers_producer:{view}", args=args)


def form(**fields):
    management = {
        f"{name}-{part}": value
        for name in LISTS
        for part, value in (("TOTAL_FORMS", 0), ("INITIAL_FORMS", 0))
    }
    needed = {"legal_name_zh": "果香农业", "kind": "company", "footing": "stated"}
    return {**management, **needed, **fields}


@pytest.mark.parametrize(
    ("role", "may"),
    [
        ("editor", False),
        ("registrar", True),
        ("trade officer", False),
        ("manager", True),
        ("administrator", True),
    ],
)
def test_role_edits_producers(client, role, may):
    client.force_login(UserFactory(role=role))
    assert (client.get(url("add")).status_code == 200) == may
    assert (client.get(url("edit", ProducerFactory().pk)).status_code == 200) == may


@pytest.mark.parametrize("role", ["editor", "trade officer"])
def test_role_looks_at_producers(client, role):
    client.force_login(UserFactory(role=role))
    assert client.get(url("inspect", ProducerFactory().pk)).status_code == 200


@pytest.fixture
def registrar(client):
    user = UserFactory(role="registrar")
    client.force_login(user)
    return user


def test_a_registrar_enters_a_producer_with_its_languages(client, registrar):
    district = DistrictFactory()
    fields = form(district=district.pk, languages=["cmn", "en"], is_grower="on", town_zh="镇隆")
    assert client.post(url("add"), fields).status_code == 302
    producer = Producer.objects.get()
    assert producer.languages == ["cmn", "en"]
    assert producer.slug == "guo-xiang-nong-ye"
    assert producer.is_grower


def test_two_firms_of_one_name_get_two_addresses(client, registrar):
    for _ in range(2):
        client.post(url("add"), form())
    slugs = Producer.objects.order_by("pk").values_list("slug", flat=True)
    assert list(slugs) == ["guo-xiang-nong-ye", "guo-xiang-nong-ye-2"]


def test_a_mistyped_code_is_explained_at_its_field(client, registrar):
    response = client.post(url("add"), form(credit_code="91110000I01623741K"))
    assert "credit_code" in response.context["form"].errors
    assert not Producer.objects.exists()


def test_the_footing_is_asked_for_at_its_field(client, registrar):
    response = client.post(url("add"), form(footing="reported"))
    assert "footing_source" in response.context["form"].errors


def test_a_failing_code_waits_for_a_second_person(client, registrar):
    evidence = SiteDocumentFactory()
    client.post(url("add"), form(credit_code=FAILING, credit_code_evidence=evidence.pk))
    producer = Producer.objects.get()
    assert producer.entered_by == registrar
    assert not producer.can_be_confirmed_by(registrar)
    action = reverse("wagtail_bulk_action", args=["producers", "producer", "confirm_code"])
    client.post(f"{action}?id={producer.pk}&next=/admin/")
    producer.refresh_from_db()
    assert producer.confirmed_credit_code == ""
    client.force_login(UserFactory(role="registrar"))
    assert "confirm_code" in client.get(url("edit", producer.pk)).content.decode()
    client.post(f"{action}?id={producer.pk}&next=/admin/")
    producer.refresh_from_db()
    assert producer.confirmed_credit_code == FAILING


def test_the_public_id_stays(client, registrar):
    producer = ProducerFactory(slug="first")
    client.post(url("edit", producer.pk), form(slug="second"))
    producer.refresh_from_db()
    assert producer.slug == "first"


def test_the_list_finds_filters_and_exports(client, registrar):
    ProducerFactory(legal_name_zh="惠州市果香农业有限公司")
    ProducerFactory(legal_name_zh="博罗县山前合作社", name_en="Shanqian", is_grower=False)
    listed = client.get(url("list"), {"q": "guoxiang"}).content.decode()
    assert "果香" in listed
    assert "山前" not in listed
    filtered = client.get(url("list"), {"role": "grower"}).content.decode()
    assert "山前" not in filtered
    export = client.get(url("list"), {"export": "csv"})
    assert "山前" in b"".join(export.streaming_content).decode()
