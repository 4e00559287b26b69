"""The page of changes, its files, the sections on pages of records."""

import csv
import datetime
import io

import pytest
from django.utils import timezone

from home.following.log import settle
from home.following.models import PublicChange
from home.following.sections import changes_of_producer
from home.following.views import PAGE_SIZE
from tests.factories import (
    DistrictFactory,
    GIProductFactory,
    ProductPageFactory,
    ProtectionFactory,
    english_of,
)
from tests.following.conftest import begin
from tests.producers.factories import ProducerFactory
from tests.registry.factories import (
    AuthorisationEventFactory,
    AuthorisationFactory,
    NoticeFactory,
)

pytestmark = pytest.mark.django_db


def page(client, query="", language="en", status=200):
    answer = client.get(f"{'/en' if language == 'en' else ''}/changes/{query}")
    assert answer.status_code == status
    return answer.content.decode()


def write(number=1, **values) -> list[PublicChange]:
    """Rows of the log without records behind them."""
    values = {
        "kind": "product",
        "key": "lychee",
        "title_zh": "镇隆荔枝",
        "title_en": "Zhenlong Lychee",
        "action": "changed",
        "field": "hs_code",
        "before": "08109010",
        "after": "08109030",
        "product_slug": "lychee",
        "recorded_at": timezone.now(),
        "holds_from": datetime.date(2026, 11, 2),
    } | values
    return PublicChange.objects.bulk_create(PublicChange(**values) for _number in range(number))


def test_a_change_is_told_in_both_languages(client):
    write(notice_number="公告第9号", notice_on=datetime.date(2026, 11, 1))
    english = page(client)
    assert "“HS code” was “08109010” and is now “08109030”" in english
    assert "holds from 2 November 2026 on" in english
    assert 'Announcement No. 9 (<span lang="zh-Hans">公告第9号</span>), 1 November 2026' in english
    chinese = page(client, language="zh")
    assert "镇隆荔枝" in chinese
    assert "2026年11月2日" in chinese
    assert "is now" not in chinese


def test_every_fact_is_put_into_words(client, log):
    begin()
    right = ProtectionFactory(holder_en="Centre")
    old = ProtectionFactory(product=right.product, scheme="gi_product")
    entry = AuthorisationFactory(protection=right)
    log.of(settle)
    right.holder_en, right.supersedes = "Bureau", old
    right.applied = datetime.date(2019, 5, 1)
    right.applied_precision = "month"
    log.of(right.save)
    entry.lawful_kind = "mark_licensee"
    entry.district = DistrictFactory(name_en="Huiyang")
    entry.notice = NoticeFactory(number="公告第77号", issued_on=datetime.date(2023, 1, 2))
    log.of(entry.save)
    log.of(lambda: AuthorisationEventFactory(authorisation=entry, reason_en="Fire"))
    english = page(client)
    for words in (
        "was “Centre” and is now “Bureau”",
        "“May 2019”",
        "is now “Licensee of a certification mark”",
        "is now stated: “Huiyang”",
        "(2 January 2023)",
        "Suspended, from 1 June 2023 on (Fire)",
        "was “In force” and is now “Superseded”",
        "was “In force” and is now “Suspended”",
        "is new in the registry of mark users",
        "A protection is new",
        "A notice is new",
    ):
        assert words in english, words


def test_filters_narrow_the_list(client):
    product = GIProductFactory(slug="rice", bare=True)
    write()
    write(kind="notice", key="1", product_slug="", title_en="Notice one")
    write(product_slug=product.slug, title_en="Longmen Rice", producer_slug="mill")
    ProducerFactory(slug="mill")
    write(
        kind="authorisation",
        key="HZGI-7",
        title_en="A firm",
        recorded_at=timezone.now() - datetime.timedelta(days=40),
    )
    day = timezone.localdate() - datetime.timedelta(days=30)
    for query, titles in {
        "?product=rice": ["Longmen Rice"],
        "?kind=notice": ["Notice one"],
        f"?until={day}": ["A firm"],
        f"?since={day}&kind=product": ["Zhenlong Lychee", "Longmen Rice"],
        "?producer=mill": ["Longmen Rice"],
        "?entry=hzgi-7": ["A firm"],
    }.items():
        shown = page(client, query)
        for title in ("Zhenlong Lychee", "Notice one", "Longmen Rice", "A firm"):
            assert (f"{title}: " in shown) == (title in titles), (query, title)


@pytest.mark.parametrize(
    "query",
    [
        "?product=nothing",
        "?kind=x",
        "?since=yesterday",
        "?until=2026-02-31",
        "?since=%00x",
        "?producer=x",
        "?entry=x",
    ],
)
def test_unknown_value_is_noted_and_narrows_nothing(client, query):
    write()
    shown = page(client, query)
    assert "was ignored" in shown
    assert "1 change<" in shown


def test_period_the_wrong_way_round_is_turned(client):
    write()
    assert "1 change<" in page(client, "?since=2100-01-01&until=2020-01-01")


@pytest.mark.parametrize("number", ["0", "9", "x", "-1"])
def test_page_that_is_not_there(client, number):
    write()
    page(client, f"?page={number}", status=404)


def test_pages_keep_the_filter(client):
    GIProductFactory(slug="lychee", bare=True)
    write(PAGE_SIZE + 1)
    shown = page(client, "?product=lychee")
    assert "?product=lychee&amp;page=2" in shown
    assert "lychee" in page(client, "?product=lychee&page=2")


def test_empty_log_and_empty_choice(client):
    assert "No change is recorded here" in page(client)
    assert "No change is recorded here" in page(client, "?kind=notice")
    assert "没有" in page(client, language="zh")


def test_queries_do_not_grow_with_changes(client, django_assert_max_num_queries):
    entry = AuthorisationFactory()
    values = {"kind": "authorisation", "authorisation": entry, "notice": entry.notice}

    def costs():
        page(client)  # names are remembered
        with django_assert_max_num_queries(8) as queries:
            page(client, f"?since=2020-01-{costs.calls:02}")
        costs.calls += 1
        return len(queries)

    costs.calls = 1
    write(3, **values)
    few = costs()
    write(PAGE_SIZE, **values)
    assert costs() == few


def test_a_change_has_a_permanent_address(client):
    [one] = write()
    answer = client.get(f"/en/changes/{one.pk}/")
    assert "08109030" in answer.content.decode()
    assert client.get(f"/changes/{one.pk + 1}/").status_code == 404


def test_the_file_has_exactly_the_changes_shown(client):
    write(title_zh="=1+1")
    write(kind="notice", product_slug="")
    answer = client.get("/en/changes/export/csv/?kind=product")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    [row] = csv.DictReader(io.StringIO(text))
    assert (row["fact"], row["before"], row["after"]) == ("hs_code", "08109010", "08109030")
    assert row["title_zh"] == "'=1+1"
    assert "is now" in row["sentence"]
    assert client.get("/changes/export/xlsx/").status_code == 200
    assert client.get("/changes/export/exe/").status_code == 404


def test_page_is_stored_and_renewed_by_the_next_change(client, log):
    product = GIProductFactory(bare=True, name_en="Rice")
    begin()
    page(client)
    assert client.get("/en/changes/")["X-Page-Cache"] == "hit"
    product.name_en = "Longmen Rice"
    log.of(product.save)
    assert "Longmen Rice" in page(client)


def test_text_of_a_record_is_escaped(client):
    write(title_en="<script>x</script>")
    assert "<script>x" not in page(client)


def test_link_to_an_entry_only_while_everybody_may_see_it(client):
    seen, hidden = AuthorisationFactory(), AuthorisationFactory(waiting=True)
    for entry in (seen, hidden):
        write(kind="authorisation", key=entry.public_number, authorisation=entry)
    shown = page(client)
    assert f"/en/registry/{seen.public_number}/" in shown
    assert f"/en/registry/{hidden.public_number}/" not in shown


def test_product_page_tells_the_last_changes_and_how_to_follow(client, tree):
    begin()
    own = ProductPageFactory(product__slug="lychee")
    english_of(own)
    write(4)
    for prefix, heading in (("", "变更记录"), ("/en", "Record of changes")):
        shown = client.get(f"{prefix}/products/lychee/").content.decode()
        assert heading in shown
        assert shown.count("08109030") == 3
        assert f'href="{prefix}/changes/?product=lychee"' in shown
        assert f'href="{prefix}/alerts/?product=lychee"' in shown
        assert f'href="{prefix}/feeds/facts/lychee/"' in shown


def test_entry_page_tells_them_too(client, registry):
    begin()
    entry = AuthorisationFactory()
    answer = client.get(f"/en/registry/{entry.public_number}/").content.decode()
    assert "No legal fact has changed here since" in answer
    assert f"/en/alerts/?entry={entry.public_number}" in answer
    sample = AuthorisationFactory(is_sample=True)
    answer = client.get(f"/en/registry/{sample.public_number}/").content.decode()
    assert "/alerts/?entry" not in answer


def test_producer_page_tells_what_changed_for_its_marks(client):
    producer = ProducerFactory(slug="mill")
    write(producer_slug="mill")
    assert len(changes_of_producer(None, producer)["changes"]) == 1
    assert changes_of_producer(None, ProducerFactory(is_sample=True)) is None
