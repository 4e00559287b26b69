"""The API: what it answers, what it refuses, how it is paged and stored."""

import datetime
from urllib.parse import urlencode

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from home.open_data import api
from home.open_data.datasets import DATASETS
from products.registry.enums import Status
from tests.factories import GIProductFactory, ProtectionFactory
from tests.producers.factories import ProducerFactory
from tests.registry.factories import AuthorisationFactory

API = "/api/v1/"


def items(client, path: str) -> list[dict]:
    response = client.get(API + path)
    assert response.status_code == 200, response.content
    return response.json()["items"]


def refusals(response) -> dict[str, list]:
    """The values allowed by name of the refused parameter."""
    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"
    return {error["parameter"]: error["allowed"] for error in response.json()["errors"]}


def test_a_bilingual_field_has_both_languages(client, records):
    product = items(client, "products")[0]
    assert product["name"] == {"zh": records.product.name_zh, "en": records.product.name_en}


def test_what_is_not_known_is_null(client, records):
    assert items(client, "products")[0]["hs_code"] is None


def test_one_item_is_that_of_the_list(client, records):
    for dataset, key in {
        "products": records.product.slug,
        "producers": records.producer.slug,
        "protections": records.right.pk,
        "notices": records.entry.notice_id,
        "authorisations": records.entry.public_number,
    }.items():
        one = client.get(f"{API}{dataset}/{key}").json()
        assert one in items(client, dataset)


def test_districts_are_a_feature_collection(client, records):
    response = client.get(f"{API}districts")
    assert response["Content-Type"] == "application/geo+json"
    assert (
        client.get(f"{API}districts/{records.producer.district.slug}").json()
        in (response.json()["features"])
    )
    feature = response.json()["features"][0]
    assert feature["geometry"]["type"] == "Polygon"
    assert feature["properties"]["name"]["zh"]


def test_only_confirmed_real_entries_are_given(client, records):
    numbers = {item["public_number"] for item in items(client, "authorisations")}
    public = (records.entry, records.suspended, records.ended)
    assert numbers == {entry.public_number for entry in public}
    assert client.get(f"{API}authorisations/{records.waiting.public_number}").status_code == 404
    notices = {item["id"] for item in items(client, "notices")}
    assert notices == {entry.notice_id for entry in public}


def test_events_count_only_once_confirmed(client, records):
    entry = client.get(f"{API}authorisations/{records.entry.public_number}").json()
    assert (entry["status"], entry["events"]) == ("in_force", [])


def test_an_entry_that_nobody_may_see_is_named_nowhere(client, records):
    entry = AuthorisationFactory(protection=records.right, successor_of=records.waiting)
    one = client.get(f"{API}authorisations/{entry.public_number}").json()
    assert one["successor_of"] is None


def test_filters_are_those_of_the_pages(client, records):
    names = {
        "products?category=" + records.product.category.slug: {records.product.slug},
        "products?q=" + records.other.name_zh: {records.other.slug},
        "products?month=6": {records.product.slug},
        "producers?role=grower&product=" + records.product.slug: {records.producer.slug},
    }
    for path, slugs in names.items():
        assert {item["slug"] for item in items(client, path)} == slugs, path
    entries = {
        "authorisations?status=suspended&status=ended": {records.suspended, records.ended},
        "authorisations?q=" + records.entry.credit_code_as_printed: {records.entry},
        "authorisations?district=" + records.producer.district.slug: {records.entry},
    }
    for path, expected in entries.items():
        found = {item["public_number"] for item in items(client, path)}
        assert found == {entry.public_number for entry in expected}, path


def test_figures_are_found_by_product_measure_and_year(client, records):
    query = f"figures?product={records.other.slug}&measure=area&year=2021"
    assert [item["period"] for item in items(client, query)] == ["2021"]
    assert items(client, f"figures?product={records.product.slug}&year=2021") == []


def test_protections_and_notices_have_filters_of_their_own(client, records):
    assert len(items(client, f"protections?scheme=agi&product={records.product.slug}")) == 1
    assert items(client, f"protections?product={records.other.slug}") == []
    # Three entries rest on notices of one year, which are given once each.
    assert len(items(client, f"notices?year=2022&product={records.product.slug}")) == 3


def test_the_status_is_that_of_the_day_asked_for(client, records):
    def statuses(day):
        found = items(client, f"authorisations?on={day}")
        return {item["public_number"]: item["status"] for item in found}

    assert statuses("2024-01-31")[records.ended.public_number] == "in_force"
    assert statuses("2024-02-01")[records.ended.public_number] == "ended"
    number = records.ended.public_number
    assert client.get(f"{API}authorisations/{number}?on=2023-01-01").json()["status"] == "in_force"


def test_an_unknown_value_is_refused_with_those_allowed(client, records):
    allowed = refusals(client.get(f"{API}authorisations?status=gone"))
    assert allowed == {"status": list(Status.values)}
    allowed = refusals(client.get(f"{API}products?district=nowhere"))
    assert records.producer.district.slug in allowed["district"]


def test_an_unknown_parameter_is_refused_with_those_allowed(client, records):
    allowed = refusals(client.get(f"{API}figures?colour=red"))
    assert allowed == {"colour": ["product", "measure", "year", "limit", "cursor"]}
    assert "on" not in allowed["colour"]
    assert refusals(client.get(f"{API}districts?x=1")) == {"x": []}
    assert refusals(client.get(f"{API}products/{records.product.slug}?on=2024-01-01"))


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("limit", ["0", "101", "-1", "1.5", "١٠", "9" * 400, "", "x"]),
        ("on", ["2999-01-01", "1989-12-31", "2024-02-30", "20240101", "today", "", '"']),
        ("cursor", ["", "x", "1' OR '1'='1", "a:b", "\0", "%00", "eyJ4IjoxfQ:AAAA", '"']),
        ("q", ["a\0b", "x" * 201]),
        ("sort", ["", "pk", "-name"]),
    ],
)
def test_values_that_cannot_be_used_are_refused(client, records, name, values):
    for value in values:
        response = client.get(f"{API}authorisations?{urlencode({name: value})}")
        assert name in refusals(response), value


def test_a_single_value_given_twice_is_refused(client, records):
    assert "limit" in refusals(client.get(f"{API}products?limit=1&limit=2"))


def test_words_are_never_syntax(client, records):
    for text in ('"', "'", "%", 'a" OR z=z --', "\\", "AND", "*"):
        for dataset in ("products", "producers", "authorisations"):
            assert items(client, f"{dataset}?{urlencode({'q': text})}") == [], text


@pytest.mark.parametrize("key", ["0", "x", "1' OR '1'='1", "%00", "9" * 40, "-1"])
def test_what_is_not_there_is_a_problem_document(client, records, key):
    for dataset in DATASETS:
        response = client.get(f"{API}{dataset.name}/{key}")
        assert response.status_code == 404
        assert response["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("path", ["/api/", API])
def test_the_root_leads_to_the_description(client, path):
    assert client.get(path).url == f"{API}docs"


def test_an_address_with_a_slash_at_its_end_leads_to_the_data(client, records):
    response = client.get(f"{API}products/?limit=1")
    assert (response.status_code, response.url) == (301, f"{API}products?limit=1")
    assert client.post(f"{API}products/").status_code == 405
    assert client.get(f"{API}products//evil.example/").url.startswith("/api/v1/")


def walk(client, path: str) -> list[dict]:
    """All items of a list, page after page."""
    found, url = [], API + path
    while url:
        page = client.get(url).json()
        found += page["items"]
        url = page["next"]
    return found


@pytest.mark.parametrize("sort", ["product", "name"])
def test_pages_give_every_entry_once_and_in_order(client, records, sort):
    AuthorisationFactory.create_batch(6, name_as_printed="同名公司", protection=records.right)
    whole = items(client, f"authorisations?sort={sort}")
    assert len(whole) == 9
    assert walk(client, f"authorisations?sort={sort}&limit=2") == whole


def test_pages_keep_what_was_asked_for(client, records):
    ProtectionFactory.create_batch(3, product=records.product, scheme="collective_mark")
    query = f"protections?product={records.product.slug}&scheme=collective_mark&limit=1"
    assert len(walk(client, query)) == 3


def test_what_comes_in_between_shifts_no_page(client, records):
    first = client.get(f"{API}products?limit=1").json()
    GIProductFactory(bare=True, number=1)
    second = client.get(first["next"]).json()
    assert [item["slug"] for item in second["items"]] == [records.other.slug]


def test_the_next_page_is_told_in_a_header_too(client, records):
    response = client.get(f"{API}products?limit=1")
    assert response["Link"] == f'<{response.json()["next"]}>; rel="next"'


def test_a_cursor_serves_only_its_own_list(client, records):
    cursor = client.get(f"{API}products?limit=1").json()["next"].split("cursor=")[1]
    for path in (f"protections?cursor={cursor}", f"products?sort=name&cursor={cursor}"):
        assert "cursor" in refusals(client.get(API + path))


def test_an_unchanged_answer_is_not_sent_again(client, records):
    for method in (client.get, client.head):
        first = method(f"{API}products")
        again = method(f"{API}products", headers={"If-None-Match": first["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert again["Access-Control-Allow-Origin"] == "*"


def test_head_answers_without_a_body(client, records):
    response = client.head(f"{API}products/{records.product.slug}")
    assert (response.status_code, response.content) == (200, b"")
    assert response["Content-Type"] == "application/json"


def test_answers_are_stored_until_something_changes(
    client, records, django_capture_on_commit_callbacks
):
    assert client.get(f"{API}products?limit=5")["X-Page-Cache"] == "miss"
    assert client.get(f"{API}products?limit=5")["X-Page-Cache"] == "hit"
    with django_capture_on_commit_callbacks(execute=True):
        records.product.hs_code = "0810"
        records.product.save()
    answer = client.get(f"{API}products?limit=5")
    assert answer["X-Page-Cache"] == "miss"
    assert answer.json()["items"][0]["hs_code"] == "0810"


def test_pages_further_on_are_not_stored(client, records):
    url = client.get(f"{API}products?limit=1").json()["next"]
    assert {client.get(url)["X-Page-Cache"] for _ in range(2)} == {"miss"}


def test_the_register_tells_when_it_last_changed(client, records):
    header = client.get(f"{API}authorisations")["Last-Modified"]
    changed = datetime.datetime.strptime(header, "%a, %d %b %Y %H:%M:%S GMT")
    assert abs(changed - timezone.now().replace(tzinfo=None)) < datetime.timedelta(minutes=1)


def test_scripts_of_other_sites_may_read(client, records):
    for path in (f"{API}products", "/data/products.csv", f"{API}nowhere"):
        response = client.get(path, headers={"Origin": "https://example.org"})
        assert response["Access-Control-Allow-Origin"] == "*"
        assert "Access-Control-Allow-Credentials" not in response
    preflight = client.options(f"{API}products", headers={"Origin": "https://example.org"})
    assert preflight.status_code == 204
    assert preflight["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"


def test_pages_for_people_are_not_open_to_scripts_of_other_sites(client, tree):
    assert "Access-Control-Allow-Origin" not in client.get("/")


def test_the_api_can_only_be_read(client, records):
    for method in (client.post, client.put, client.delete, client.patch):
        response = method(f"{API}products")
        assert response.status_code == 405
        assert response["Content-Type"] == "application/problem+json"
        assert "Access-Control-Allow-Origin" not in response


def test_a_failure_is_a_problem_document(client, records, monkeypatch):
    client.raise_request_exception = False
    monkeypatch.setattr(api, "Selection", None)
    response = client.get(f"{API}products")
    assert response.status_code == 500
    assert response["Content-Type"] == "application/problem+json"


def test_who_asks_too_often_is_told_when_to_come_back(client, records, monkeypatch):
    monkeypatch.setattr(api, "REQUESTS", 1)
    client.get(f"{API}products")
    response = client.get(f"{API}producers")
    assert response.status_code == 429
    assert response["Content-Type"] == "application/problem+json"
    assert 1 <= int(response["Retry-After"]) <= 60
    assert response["RateLimit-Policy"] == '"minute";q=1;w=60'


def test_queries_do_not_grow_with_the_rows(client, records):
    def queries(dataset):
        client.get(f"{API}{dataset}?limit=99")  # what is remembered until something changes
        with CaptureQueriesContext(
            connection,
        ) as captured:
            client.get(f"{API}{dataset}?limit=100")
        return len(captured)

    ProtectionFactory(product=records.product, supersedes=records.right)
    names = [dataset.name for dataset in DATASETS if dataset.geometry is None]
    few = {name: queries(name) for name in names}
    for _ in range(8):
        product = GIProductFactory()
        right = ProtectionFactory(product=product)
        ProtectionFactory(product=product, supersedes=right)
        AuthorisationFactory(protection=right, producer=ProducerFactory(products=[product]))
    for cache in caches.all():
        cache.clear()
    assert {name: queries(name) for name in names} == few


def test_addresses_of_the_api_are_not_for_search_engines(client):
    robots = client.get("/robots.txt").content.decode()
    assert "Disallow: /api/" in robots
    assert "/data" not in robots
