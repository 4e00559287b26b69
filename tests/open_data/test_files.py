"""Whole datasets as files, the dictionary and the page that offers them."""

import csv
import io
import json

from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook

from home.open_data import views
from home.open_data.datasets import BY_NAME, DATASETS
from home.open_data.page_loading import load_data_page
from products.registry.views import last_updated
from tests.factories import GIProductFactory, ProtectionFactory
from tests.registry.factories import AuthorisationFactory


def body(response) -> bytes:
    assert response.status_code == 200
    return b"".join(response.streaming_content)


def table(client, name: str) -> list[dict]:
    """The rows of a CSV file."""
    text = body(client.get(f"/data/{name}.csv")).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_every_dataset_is_to_be_had_in_every_format(client, records):
    for dataset in DATASETS:
        for kind in dataset.formats:
            response = client.get(f"/data/{dataset.name}.{kind}")
            name = f"huizhou-gi-{dataset.name}-{timezone.localdate()}.{kind}"
            assert name in response["Content-Disposition"]
            assert body(response)


def test_csv_begins_with_a_mark_and_the_columns_of_the_definition(client, records):
    text = body(client.get("/data/products.csv")).decode()
    assert text.startswith("\ufeffslug,number,state,name_zh,name_en,")
    rows = table(client, "products")
    assert [row["slug"] for row in rows] == [records.product.slug, records.other.slug]
    assert rows[0]["is_protected_today"] == "true"
    assert rows[0]["hs_code"] == ""


def test_no_cell_is_a_formula(client, records):
    entry = AuthorisationFactory(protection=records.right, name_as_printed="=cmd|'/C calc'!A0")
    cells = {row["public_number"]: row["name"] for row in table(client, "authorisations")}
    assert cells[entry.public_number].startswith("'=")
    workbook = load_workbook(io.BytesIO(body(client.get("/data/authorisations.xlsx"))))
    assert not any(cell.data_type == "f" for row in workbook.active for cell in row)


def test_json_says_what_it_is_and_how_much(client, records):
    data = json.loads(body(client.get("/data/authorisations.json")))
    assert data["count"] == len(data["items"]) == 3
    assert data["licence"]["name"] == "CC BY 4.0"
    assert data["date"] == timezone.localdate().isoformat()
    assert set(data["title"]) == {"zh", "en"}


def test_geojson_is_a_collection_with_its_warning(client, records):
    data = json.loads(body(client.get("/data/districts.geojson")))
    assert data["type"] == "FeatureCollection"
    assert data["count"] == len(data["features"]) > 0
    assert len(data["notes"]) == 2


def test_an_empty_set_is_a_valid_file(client, db):
    assert json.loads(body(client.get("/data/notices.json")))["items"] == []
    assert table(client, "notices") == []


def test_api_and_files_give_the_same(client, records):
    for dataset in DATASETS:
        if dataset.geometry is None:
            items = client.get(f"/api/v1/{dataset.name}?limit=100").json()["items"]
            file = json.loads(body(client.get(f"/data/{dataset.name}.json")))
            key = dataset.identifier
            assert sorted(file["items"], key=lambda item: item[key]) == sorted(
                items, key=lambda item: item[key]
            )


def test_the_queries_of_a_file_do_not_grow(client, records):
    def queries(name):
        last_updated()
        with CaptureQueriesContext(connection) as captured:
            body(client.get(f"/data/{name}.csv"))
        return len(captured)

    ProtectionFactory(product=records.product, supersedes=records.right)
    body(client.get("/data/producers.csv"))  # lawful users are asked for once a day
    few = {name: queries(name) for name in BY_NAME}
    for _ in range(6):
        right = ProtectionFactory(product=GIProductFactory(image=None))
        AuthorisationFactory(protection=right)
    assert {name: queries(name) for name in BY_NAME} == few


def test_unknown_files_are_not_there(client, records):
    for name in ("nothing.csv", "products.exe", "districts.json", "producers.geojson", "../x.csv"):
        assert client.get(f"/data/{name}").status_code == 404


def test_files_are_asked_for_within_measure(client, records, monkeypatch):
    monkeypatch.setattr(views, "FILES", 30)
    codes = {client.head("/data/notices.csv").status_code for _ in range(31)}
    assert codes == {200, 429}


def test_the_dictionary_names_every_field_and_code(client, records):
    data = client.get("/data/dictionary.json").json()
    by_name = {each["name"]: each for each in data["datasets"]}
    for dataset in DATASETS:
        fields = by_name[dataset.name]["fields"]
        assert [column for field in fields for column in field["columns"]] == dataset.columns()
    codes = {field["key"]: field.get("codes") for field in by_name["authorisations"]["fields"]}
    assert codes["status"][0] == {
        "code": "in_force",
        "meaning": {"zh": "有效", "en": "In force"},
    }


def test_the_page_offers_every_file_in_both_languages(client, tree, records):
    load_data_page(tree.home)
    english = tree.home.get_children().get(slug="data").get_translation(tree.english.home.locale)
    if not english.live:  # translations go live on commit, which a test never reaches
        english.get_latest_revision().publish()
    for path, heading in (("/data/", "开放数据"), ("/en/data/", "Open data")):
        html = client.get(path).content.decode()
        assert f"<h1>{heading}</h1>" in html
        for dataset in DATASETS:
            assert f'href="{path}{dataset.name}/"' in html
            for kind in dataset.formats:
                assert f'href="/data/{dataset.name}.{kind}"' in html
        assert '"@type": "Dataset"' in html
    html = client.get("/en/data/authorisations/").content.decode()
    for column in ("public_number", "notice_authority_zh", "suspended"):
        assert column in html
    assert client.get("/data/nothing/").status_code == 404
    assert not load_data_page(tree.home)


def test_the_page_asks_no_more_with_more_records(client, tree, records):
    load_data_page(tree.home)

    def queries():
        for cache in caches.all():
            cache.clear()
        with CaptureQueriesContext(connection) as captured:
            client.get("/data/")
        return len(captured)

    queries()  # what the process remembers for good
    few = queries()
    ProtectionFactory.create_batch(3, product=records.product)
    assert queries() == few
