"""The finder: facets, text, order, pages, and every kind of bad input."""

import datetime
import re

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext

from products.catalogue.enums import ProductState, Scheme, SeasonKind
from tests.factories import (
    CategoryFactory,
    DistrictFactory,
    GIProductFactory,
    ProductPageFactory,
    ProtectionFactory,
    SeasonWindowFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf(tree):
    """A lychee of Huiyang in June, a tea of Boluo in March, a candidate without anything."""
    fruit = CategoryFactory(slug="fruit", name_zh="水果")
    tea = CategoryFactory(slug="tea", name_zh="茶叶")
    huiyang = DistrictFactory(slug="huiyang", name_zh="惠阳区")
    boluo = DistrictFactory(slug="boluo", name_zh="博罗县")
    lychee = GIProductFactory(
        bare=True,
        name_zh="镇隆荔枝",
        name_en="Zhenlong Lychee",
        pinyin="Zhènlóng Lìzhī",
        category=fruit,
        districts=[huiyang],
    )
    SeasonWindowFactory(product=lychee, start=12, end=13)
    ProtectionFactory(product=lychee, scheme=Scheme.AGI)
    mountain_tea = GIProductFactory(
        bare=True,
        name_zh="柏塘山茶",
        name_en="Baitang Mountain Tea",
        pinyin="Bǎitáng Shānchá",
        category=tea,
        districts=[boluo],
    )
    SeasonWindowFactory(product=mountain_tea, start=5, end=6, kind=SeasonKind.PROCESSED)
    ProtectionFactory(product=mountain_tea, scheme=Scheme.GI_PRODUCT)
    candidate = GIProductFactory(
        bare=True,
        name_zh="高潭明姜",
        pinyin="Gāotán Míngjiāng",
        category=tea,
        districts=[boluo],
        state=ProductState.CANDIDATE,
    )
    return {"lychee": lychee, "tea": mountain_tea, "candidate": candidate}


def names(client, query="", path="/products/"):
    response = client.get(f"{path}?{query}")
    assert response.status_code == 200
    return [product.name_zh for product in response.context["items"]]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["镇隆荔枝", "柏塘山茶", "高潭明姜"]),
        ("category=fruit", ["镇隆荔枝"]),
        ("category=fruit&category=tea", ["镇隆荔枝", "柏塘山茶", "高潭明姜"]),
        ("district=boluo", ["柏塘山茶", "高潭明姜"]),
        ("protection=agi", ["镇隆荔枝"]),
        ("month=6", ["镇隆荔枝"]),
        ("month=3", ["柏塘山茶"]),
        ("month=3&month=7", ["镇隆荔枝", "柏塘山茶"]),
        ("state=candidate", ["高潭明姜"]),
        ("district=boluo&state=listed", ["柏塘山茶"]),
        ("q=lizhi", ["镇隆荔枝"]),
        ("q=tea&district=boluo", ["柏塘山茶"]),
    ],
)
def test_each_filter_keeps_what_fits(client, shelf, query, found):
    assert names(client, query) == found


def test_a_window_over_new_year_is_in_season_in_january_and_december(client, shelf):
    SeasonWindowFactory(product=shelf["candidate"], start=23, end=2)
    assert names(client, "month=12") == names(client, "month=1") == ["高潭明姜"]
    assert names(client, "month=2") == []


def test_stock_is_not_in_season(client, shelf):
    SeasonWindowFactory(product=shelf["candidate"], start=15, end=16, kind=SeasonKind.STORED)
    assert names(client, "month=8") == []


def test_counts_of_a_facet_follow_the_other_choices_not_its_own(client, shelf):
    facets = client.get("/products/?category=fruit").context["facets"]()
    counts = {facet.name: {o.value: o.count for o in facet.options} for facet in facets}
    assert counts["category"] == {"fruit": 1, "tea": 2}
    assert counts["district"] == {"huiyang": 1}
    assert counts["month"] == {"6": 1, "7": 1}


def test_each_choice_has_a_chip_that_takes_it_away(client, shelf):
    chips = client.get("/products/?category=tea&district=boluo").context["chips"]
    assert [(chip.label, chip.url) for chip in chips] == [
        ("茶叶", "?district=boluo"),
        ("博罗县", "?category=tea"),
    ]


@pytest.mark.parametrize(
    "query",
    [
        "category=nonsense",
        "district=999999",
        "protection=x",
        "month=13",
        "month=abc",
        "state=0",
        "sort=sideways",
        "category=%00",
        "category=%22%27%3Cscript%3E",
    ],
)
def test_unknown_value_is_ignored_with_a_visible_note(client, shelf, query):
    response = client.get(f"/products/?{query}")
    assert len(response.context["ignored"]) == 1
    assert len(response.context["items"]) == 3
    assert response.context["ignored"][0] in response.content.decode().replace(
        "&quot;", '"'
    ).replace("&#x27;", "'").replace("&lt;", "<").replace("&gt;", ">")


def test_unknown_value_beside_a_good_one_does_not_widen_the_list(client, shelf):
    assert names(client, "category=fruit&category=nonsense") == ["镇隆荔枝"]


@pytest.mark.parametrize("page", ["0", "-1", "abc", "9999", "1.5", "%00"])
def test_a_page_out_of_range_is_a_404(client, shelf, page):
    assert client.get(f"/products/?page={page}").status_code == 404


@pytest.mark.parametrize(
    "text",
    ['"', "'", "\x00", "荔" * 10_000, "🍈🍈", "a AND b OR NOT (", "*", "%", "_", "\\", "<script>"],
)
def test_no_text_is_an_error(client, shelf, text):
    assert client.get("/products/", {"q": text}).status_code == 200


def test_pages_keep_the_choices(client, tree):
    tea = CategoryFactory(slug="tea")
    for _ in range(13):
        GIProductFactory(bare=True, category=tea)
    html = client.get("/products/?category=tea").content.decode()
    assert re.search(r'href="\?category=tea&(amp;)?page=2"', html)
    assert len(names(client, "category=tea&page=2")) == 1


def test_nothing_found_shows_what_the_text_alone_finds(client, shelf):
    response = client.get("/products/?q=lizhi&category=tea")
    assert list(response.context["items"]) == []
    assert [product.name_zh for product in response.context["suggestions"]] == ["镇隆荔枝"]


def test_order_by_name_and_by_season(client, shelf, monkeypatch):
    assert names(client, "sort=name") == ["柏塘山茶", "高潭明姜", "镇隆荔枝"]
    monkeypatch.setattr(
        "products.catalogue.filters.timezone.localdate",
        lambda: datetime.date(2026, 6, 20),
    )
    assert names(client, "sort=season") == ["镇隆荔枝", "柏塘山茶", "高潭明姜"]


def test_htmx_gets_the_results_alone(client, shelf):
    html = client.get("/products/", headers={"HX-Request": "true"}).content.decode()
    assert 'id="results"' in html
    assert "<html" not in html


def test_english_names_on_the_english_page(client, shelf):
    html = client.get("/en/products/").content.decode()
    assert "Zhenlong Lychee" in html


@pytest.mark.parametrize("path", ["/products/", "/en/products/", "/products/?q=惠州"])
def test_queries_do_not_grow_with_the_products(client, tree, path):
    def queries():
        for cache in caches.all():
            cache.clear()
        client.get(path)  # what is remembered until something is published
        with CaptureQueriesContext(
            connection,
        ) as captured:
            client.get(f"{path}{'&' if '?' in path else '?'}unknown=1")
        return len(captured)

    for _ in range(3):
        ProductPageFactory(product=GIProductFactory())
    few = queries()
    for _ in range(27):
        ProductPageFactory(product=GIProductFactory())
    assert queries() == few
    assert few <= 12
