"""The programme's records in the admin: who may do what, and clear messages."""

import pytest
from django.urls import reverse

from home.programme.enums import Computation
from tests.factories import UserFactory
from tests.programme.factories import (
    DemonstrationAreaFactory,
    IndicatorFactory,
    IndicatorValueFactory,
    MilestoneFactory,
    PartnerFactory,
    ProgrammeDocumentFactory,
)

pytestmark = pytest.mark.django_db
FACTORIES = {
    "indicator": IndicatorFactory,
    "milestone": MilestoneFactory,
    "demonstrationarea": DemonstrationAreaFactory,
    "partner": PartnerFactory,
    "programmedocument": ProgrammeDocumentFactory,
}
# Which of list, edit, inspect and delete are open.
MAY = {
    "editor": (200, 200, 200, 302),
    "registrar": (200, 302, 200, 302),
    "trade officer": (302, 302, 302, 302),
    "manager": (200, 200, 200, 200),
}


def url(model, view, *args):
    return reverse(f"wagtailsnippets_programme_{model}:{view}", args=args)


@pytest.mark.parametrize("role", MAY)
def test_each_role_does_what_it_may(client, role):
    client.force_login(UserFactory(role=role))
    for model, factory in FACTORIES.items():
        pk = factory().pk
        views = (("list",), ("edit", pk), ("inspect", pk), ("delete", pk))
        found = tuple(client.get(url(model, *view)).status_code for view in views)
        assert found == MAY[role], model


@pytest.mark.parametrize("model", FACTORIES)
def test_lists_are_filtered_searched_and_exported(client, model):
    client.force_login(UserFactory(role="manager"))
    FACTORIES[model]()
    query = {
        "indicator": {"is_counted": "false", "has_values": "false", "q": "指标"},
        "milestone": {"on_from": "2020-01-01", "confidence": "medium"},
        "demonstrationarea": {"level": "provincial"},
        "partner": {"q": "培训"},
        "programmedocument": {"kind": "report", "has_file": "false"},
    }[model]
    response = client.get(url(model, "list"), query | {"export": "csv"})
    assert response.status_code == 200
    assert len(b"".join(response.streaming_content).decode().strip().splitlines()) == 2


def form_of(indicator, **values):
    rows = {
        "values-TOTAL_FORMS": "0",
        "values-INITIAL_FORMS": "0",
        "values-MIN_NUM_FORMS": "0",
        "values-MAX_NUM_FORMS": "1000",
    }
    fields = ("name", "definition", "unit", "note")
    texts = {
        f"{name}_{code}": getattr(indicator, f"{name}_{code}")
        for name in fields
        for code in ("zh", "en")
    }
    own = {"key": indicator.key, "sort_order": "1", "computation": indicator.computation}
    return texts | rows | own | values


def test_a_second_indicator_counted_in_the_same_way_is_refused_at_the_field(client):
    client.force_login(UserFactory(role="manager"))
    IndicatorFactory(computation=Computation.LAWFUL_USERS)
    form = form_of(IndicatorFactory.build(key="other"), computation=Computation.LAWFUL_USERS)
    response = client.post(url("indicator", "add"), form)
    assert response.status_code == 200
    assert "computation" in response.context["form"].errors


def test_the_key_stays_as_it_is(client):
    client.force_login(UserFactory(role="manager"))
    indicator = IndicatorFactory(key="first")
    client.post(url("indicator", "edit", indicator.pk), form_of(indicator, key="second"))
    indicator.refresh_from_db()
    assert indicator.key == "first"


def test_an_upper_value_below_the_value_is_refused_at_the_field(client):
    client.force_login(UserFactory(role="manager"))
    value = IndicatorValueFactory()
    row = {
        "values-TOTAL_FORMS": "1",
        "values-INITIAL_FORMS": "1",
        "values-0-id": value.pk,
        "values-0-ORDER": "1",
        "values-0-kind": "actual",
        "values-0-qualifier": "exact",
        "values-0-value": "10",
        "values-0-value_max": "5",
        "values-0-period": "2024-01-01",
        "values-0-period_precision": "year",
        "values-0-source": value.source_id,
        "values-0-confidence": "medium",
    }
    form = form_of(value.indicator, **row)
    response = client.post(url("indicator", "edit", value.indicator_id), form)
    errors = response.context["form"].formsets["values"].errors
    assert list(errors[0]) == ["value_max"]
