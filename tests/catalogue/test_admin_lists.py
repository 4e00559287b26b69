"""The lists of the records: search, filters, order and export work together."""

import csv
import datetime
import io

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from gi_site.core.spreadsheets import harmless
from tests.factories import (
    CategoryFactory,
    DistrictFactory,
    GIProductFactory,
    ProtectionFactory,
    SourceFactory,
    SpecificationFactory,
    UserFactory,
)
from tests.producers.factories import ProducerFactory
from tests.programme.factories import MilestoneFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client):
    client.force_login(UserFactory(is_superuser=True))
    return client


def listed(client, model, **query):
    response = client.get(reverse(f"wagtailsnippets_catalogue_{model}:list"), query)
    assert response.status_code == 200
    return list(response.context["object_list"])


def exported(client, model, format, **query):
    url = reverse(f"wagtailsnippets_catalogue_{model}:list")
    response = client.get(url, {"export": format, **query})
    return b"".join(response.streaming_content)


@pytest.mark.parametrize("query", ["荔枝", "lizhi", "lychee", "丽枝"])
def test_products_are_found_in_chinese_pinyin_and_english(staff, query):
    lychee = GIProductFactory(bare=True, name_zh="镇隆荔枝", name_en="Zhenlong Lychee")
    GIProductFactory(bare=True, name_zh="罗浮山大米", name_en="Luofushan Rice")
    assert listed(staff, "giproduct", q=query) == [lychee]


def test_search_and_filters_work_together(staff):
    fruit = CategoryFactory()
    lychee = GIProductFactory(bare=True, name_zh="镇隆荔枝", category=fruit)
    GIProductFactory(bare=True, name_zh="罗浮山荔枝")
    assert listed(staff, "giproduct", q="lizhi", category=fruit.pk) == [lychee]


@pytest.mark.parametrize("query", ['"', "\0", "🥭", "x" * 10_000, "AND OR"])
def test_hostile_query_is_answered(staff, query):
    listed(staff, "giproduct", q=query)


def test_filter_by_state(staff):
    candidate = GIProductFactory(bare=True, state="candidate")
    GIProductFactory(bare=True)
    assert listed(staff, "giproduct", state="candidate") == [candidate]


def test_filter_by_district(staff):
    product, _other = GIProductFactory.create_batch(2, bare=True)
    assert listed(staff, "giproduct", districts=product.districts.get().pk) == [product]


def test_filter_by_scheme_lists_each_product_once(staff):
    product = GIProductFactory(bare=True)
    ProtectionFactory.create_batch(2, product=product)
    ProtectionFactory(scheme="collective_mark")
    assert listed(staff, "giproduct", scheme="agi") == [product]


@pytest.mark.parametrize("gap", ["illustration", "season", "quality", "figure", "check", "page"])
def test_filter_by_gap_finds_the_bare_product(staff, gap):
    bare = GIProductFactory(bare=True)
    full = GIProductFactory(last_checked_on=datetime.date.today())
    found = listed(staff, "giproduct", gap=gap)
    assert bare in found
    assert (full in found) == (gap == "page")


def test_gap_of_protection_is_filled_by_one_in_force(staff):
    ProtectionFactory()
    unverified = ProtectionFactory(unverified=True)
    assert listed(staff, "giproduct", gap="protection") == [unverified.product]


def test_products_with_most_gaps_come_first(staff):
    GIProductFactory()
    bare = GIProductFactory(bare=True)
    assert listed(staff, "giproduct", ordering="-gap_count")[0] == bare


@pytest.mark.parametrize("query", [{"gap": "zzz"}, {"category": "999"}, {"state": "zzz"}])
def test_mistyped_filter_does_not_show_everything(staff, query):
    GIProductFactory(bare=True)
    assert listed(staff, "giproduct", **query) == []


def test_protections_by_status(staff):
    in_force, unverified = ProtectionFactory(), ProtectionFactory(unverified=True)
    applied = ProtectionFactory(unverified=True, is_application_only=True)
    ended = ProtectionFactory(end_reason="revoked")
    for status, protection in {
        "in_force": in_force,
        "unverified": unverified,
        "applied": applied,
        "ended": ended,
    }.items():
        assert listed(staff, "protection", status=status) == [protection]


def test_superseded_protection_by_status(staff):
    old = ProtectionFactory()
    new = ProtectionFactory(supersedes=old, product=old.product, scheme="gi_product")
    assert listed(staff, "protection", status="superseded") == [old]
    assert listed(staff, "protection", status="in_force") == [new]


def test_protections_by_year(staff):
    protection = ProtectionFactory(announced=datetime.date(2008, 5, 1))
    ProtectionFactory()
    assert listed(staff, "protection", year="2008") == [protection]


def test_protections_by_confidence(staff):
    protection = ProtectionFactory(confidence="low")
    ProtectionFactory()
    assert listed(staff, "protection", confidence="low") == [protection]


def test_sources_without_a_link(staff):
    source = SourceFactory(url="")
    SourceFactory()
    assert listed(staff, "source", has_link="false") == [source]


@pytest.mark.parametrize("model", ["giproduct", "protection", "source"])
def test_queries_do_not_grow_with_the_rows(staff, model):
    def count():
        with CaptureQueriesContext(
            connection,
        ) as queries:
            listed(staff, model)
        return len(queries)

    ProtectionFactory.create_batch(2)
    count()
    few = count()
    ProtectionFactory.create_batch(10)
    assert count() == few


def test_csv_is_utf8_with_a_mark_for_excel(staff):
    GIProductFactory(bare=True, name_zh="镇隆荔枝")
    content = exported(staff, "giproduct", "csv")
    assert content.startswith(b"\xef\xbb\xbf")
    assert "镇隆荔枝" in content.decode()


def test_csv_has_no_live_formula(staff):
    SourceFactory(title_zh='=HYPERLINK("http://x")')
    rows = list(csv.reader(io.StringIO(exported(staff, "source", "csv").decode("utf-8-sig"))))
    assert rows[1][1] == '\'=HYPERLINK("http://x")'


def test_xlsx_has_no_live_formula(staff):
    SourceFactory(title_zh="=1+1")
    sheet = openpyxl.load_workbook(io.BytesIO(exported(staff, "source", "xlsx"))).active
    assert sheet["B2"].value == "=1+1"
    assert sheet["B2"].data_type == "s"


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\t=1", " =1", "\r=1"])
def test_text_that_a_spreadsheet_would_calculate_is_quoted(text):
    assert harmless(text) == f"'{text}"


def test_other_cells_stay_as_they_are():
    assert harmless("镇隆荔枝") == "镇隆荔枝"
    assert harmless(-5) == -5


def test_export_holds_what_the_filters_leave(staff):
    GIProductFactory(bare=True, name_zh="镇隆荔枝", state="candidate")
    GIProductFactory(bare=True, name_zh="罗浮山大米")
    content = exported(staff, "giproduct", "csv", state="candidate").decode()
    assert "镇隆荔枝" in content
    assert "罗浮山大米" not in content


@pytest.mark.parametrize(
    "record",
    [
        GIProductFactory,
        ProtectionFactory,
        SourceFactory,
        SpecificationFactory,
        DistrictFactory,
        CategoryFactory,
        MilestoneFactory,
        ProducerFactory,
    ],
)
def test_a_record_is_read_without_words_of_the_machine(client, record):
    client.force_login(UserFactory(role="editor"))
    record = record()
    address = record.snippet_viewset.get_url_name("inspect")
    response = client.get(reverse(address, args=[record.pk]))
    fields = response.context["fields"]
    assert "Key" not in [field["label"] for field in fields]
    values = [str(field["value"]) for field in fields]
    assert not {"None", "True", "False", ""} & set(values), values
    assert not [value for value in values if value.startswith(("{", "["))], values
