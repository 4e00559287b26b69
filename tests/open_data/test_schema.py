"""The API keeps to its own description, and gives out nothing personal and nothing invented."""

import datetime
import os
import re
from urllib.parse import unquote

import pytest
import schemathesis
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.generation import GenerationMode

from gi_site.wsgi import application
from home.open_data import api
from home.open_data.datasets import DATASETS
from home.open_data.fields import Kind
from home.open_data.files import csv_file, json_file
from tests.open_data.conftest import SECRETS

API = "/api/v1/"
# `API_EXAMPLES=500 pytest tests/open_data/test_schema.py` looks further.
EXAMPLES = int(os.environ.get("API_EXAMPLES", "6"))
# A name that would hold what is personal, and values that look like it.
PERSONAL_NAME = re.compile(r"e?mail|phone|tel|mobile|wechat|contact|person|user|entered|checked_by")
PERSONAL_VALUE = re.compile(r"[\w.]+@[\w.]+\.\w+|(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)0\d{2,3}-\d{7,8}")


@pytest.fixture
def description(records, monkeypatch):
    """The description as it is served; no day of it is yet to come."""
    monkeypatch.setattr(api, "REQUESTS", 10**9)
    # Django's own test client knows it too: a connection inside a test's transaction is not old.
    monkeypatch.setattr(connection, "close_if_unusable_or_obsolete", lambda: None)
    days = st.dates(datetime.date(1990, 1, 1), datetime.date(2025, 12, 31))
    schemathesis.openapi.format("date", days.map(str))
    return schemathesis.openapi.from_wsgi(f"{API}openapi.json", application)


def real_cursors(client) -> dict[str, str]:
    """A cursor for each list that goes on, in its default order."""
    return {
        f"{API}{dataset.name}": unquote(page["next"].split("cursor=")[1])
        for dataset in DATASETS
        if dataset.geometry is None
        and (page := client.get(f"{API}{dataset.name}?limit=1").json())["next"]
    }


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
def test_the_api_keeps_to_its_description(client, description, mode):
    cursors = real_cursors(client)

    def check(operation):
        @settings(
            max_examples=EXAMPLES,
            deadline=None,
            database=None,
            derandomize=True,
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy(generation_mode=mode))
        def keeps(case):
            if mode is GenerationMode.POSITIVE and "cursor" in (case.query or {}):
                del case.query["cursor"]
                if "sort" not in case.query and case.path in cursors:
                    case.query["cursor"] = cursors[case.path]
            case.call_and_validate(headers={"Accept-Encoding": "identity"})

        keeps()

    for result in description.get_all_operations():
        operation = result.ok()
        has_parameters = any(each.location.value == "query" for each in operation.iter_parameters())
        # Every text is a possible key: without parameters nothing can be wrong.
        if mode is GenerationMode.POSITIVE or has_parameters:
            check(operation)


def test_everything_is_described_in_english(client, records):
    schema = client.get(f"{API}openapi.json").json()
    assert schema["openapi"].startswith("3.1")
    for path in schema["paths"].values():
        for operation in path.values():
            assert operation["summary"]
            assert operation["description"]
            for parameter in operation["parameters"]:
                assert re.search("[a-z]", parameter["description"]), parameter
    for name, component in schema["components"]["schemas"].items():
        for key, field in component["properties"].items():
            if name not in ("Texts",):
                assert "$ref" in field or field.get("description"), (name, key)


def test_the_description_names_the_values_of_today(client, records):
    schema = client.get(f"{API}openapi.json").json()
    parameters = schema["paths"][f"{API}figures"]["get"]["parameters"]
    values = {each["name"]: each["schema"].get("items", {}).get("enum") for each in parameters}
    assert set(values["product"]) == {records.product.slug, records.other.slug}
    assert "2021" in values["year"]


def names_and_texts(value, name=""):
    """Every name of a field in a JSON value, and every text."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key, ""
            yield from names_and_texts(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from names_and_texts(inner, name)
    elif isinstance(value, str):
        yield name, value


def test_no_answer_holds_what_is_personal_invented_or_not_confirmed(client, records):
    seen = 0
    for dataset in DATASETS:
        answer = client.get(f"{API}{dataset.name}").json()
        for name, text in names_and_texts(answer):
            seen += 1
            assert not PERSONAL_NAME.search(name), name
            assert name == "next" or not PERSONAL_VALUE.search(text), text
            assert not any(secret in text for secret in SECRETS), text
    assert seen > 300


def test_no_file_holds_what_is_personal_invented_or_not_confirmed(records):
    today = datetime.date.today()
    for dataset in DATASETS:
        for file in (csv_file(dataset, today), json_file(dataset, today)):
            text = "".join(file)
            assert not any(secret in text for secret in SECRETS)
            assert not PERSONAL_VALUE.search(text)


def test_every_field_says_what_it_holds():
    def check(fields):
        assert len({field.key for field in fields}) == len(fields)
        for field in fields:
            assert str(field.meaning).endswith((".", "。")), field.key
            assert (field.choices is not None) == (field.kind in (Kind.CODE, Kind.CODES))
            check(field.rows)

    for dataset in DATASETS:
        check(dataset.fields)
