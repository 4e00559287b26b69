from urllib.parse import quote

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from gi_site.search.views import PAGE_SIZE
from tests.factories import ContentPageFactory, ProductPageFactory, english_of

pytestmark = pytest.mark.django_db


def get(client, query="", path="/search/", **more):
    return client.get(path, {"q": query, **more})


def titles(response):
    return [result.page.title for result in response.context["listed"]]


def test_pages_are_grouped_products_first(client, tree):
    ContentPageFactory(title="荔枝怎么选")
    ProductPageFactory(title="镇隆荔枝")
    response = get(client, "荔枝")
    assert titles(response) == ["镇隆荔枝", "荔枝怎么选"]
    assert [(group.value, count) for group, count in response.context["results"].kinds] == [
        ("product", 1),
        ("knowledge", 1),
    ]


def test_each_language_finds_its_own_pages(client, tree):
    english_of(ProductPageFactory(title="镇隆荔枝"), title="Zhenlong Lychee")
    assert titles(get(client, "lychee")) == ["镇隆荔枝"]
    assert titles(get(client, "荔枝", "/en/search/")) == ["Zhenlong Lychee"]


def test_match_is_marked(client, tree):
    ProductPageFactory(title="镇隆荔枝")
    assert "镇隆<mark>荔枝</mark>" in get(client, "lizhi").content.decode()


def test_passage_with_the_match_is_shown(client, tree):
    ProductPageFactory(title="蜂蜜", summary="甜。")  # its one passage speaks of 镇隆镇
    assert "<mark>镇隆</mark>" in get(client, "镇隆").content.decode()


def test_one_kind_can_be_chosen(client, tree):
    ContentPageFactory(title="荔枝怎么选")
    ProductPageFactory(title="镇隆荔枝")
    assert titles(get(client, "荔枝", kind="knowledge")) == ["荔枝怎么选"]


def test_unknown_kind_is_ignored(client, tree):
    ProductPageFactory(title="镇隆荔枝")
    assert titles(get(client, "荔枝", kind="x")) == ["镇隆荔枝"]


def test_near_match_is_said_to_be_one(client, tree):
    ProductPageFactory(title="镇隆荔枝")
    response = get(client, "丽枝", "/search/")
    assert titles(response) == ["镇隆荔枝"]
    assert 'class="search-stage"' in response.content.decode()


def test_products_are_suggested_when_nothing_is_found(client, tree):
    ProductPageFactory(title="镇隆荔枝")
    response = get(client, "饕餮")
    assert titles(response) == []
    assert [result.page.title for result in response.context["suggestions"]] == ["镇隆荔枝"]


def test_draft_and_private_pages_are_not_found(client, tree):
    ContentPageFactory(title="荔枝草稿", live=False)
    secret = ContentPageFactory(title="荔枝秘方")
    PageViewRestriction.objects.create(page=secret, restriction_type=PageViewRestriction.LOGIN)
    assert titles(get(client, "荔枝")) == []


def test_results_are_not_for_search_engines(client, tree):
    assert '<meta name="robots" content="noindex">' in get(client, "荔枝").content.decode()


def test_results_are_paginated_and_keep_the_query(client, tree):
    for number in range(PAGE_SIZE + 1):
        ContentPageFactory(title=f"荔枝{number}")
    first, second = get(client, "荔枝"), get(client, "荔枝", page=2)
    assert len(titles(first)) == PAGE_SIZE
    assert len(titles(second)) == 1
    assert f"?q={quote('荔枝')}&amp;page=2" in first.content.decode()


def test_page_out_of_range_is_not_found(client, tree):
    numbers = ["0", "-1", "abc", "9999", "\0"]
    assert {get(client, "荔枝", page=number).status_code for number in numbers} == {404}


@pytest.mark.parametrize("path", ["/search/", "/en/search/"])
def test_hostile_query_is_answered(client, tree, path):
    queries = ["", " ", '"', "\0", "🥭", "<script>alert(1)</script>", "a:* | !b"]
    for query in [*queries, "x" * 10_000, "荔枝" * 5000]:
        response = get(client, query, path)
        assert response.status_code == 200, query
        assert b"<script>alert" not in response.content


def test_broken_encoding_is_answered(client, tree):
    assert client.get("/search/?q=%ff%00%ed%a0%80").status_code == 200


def test_query_cannot_be_posted(client, tree):
    assert client.post("/search/", {"q": "荔枝"}).status_code == 405


def test_at_most_ten_queries_and_no_writes(client, tree):
    ProductPageFactory(title="镇隆荔枝")
    get(client, "warm")
    for query in ["荔枝", "丽枝", "lichi", "荔枝 饕餮", "zz饕餮 盛宴qq"]:
        with CaptureQueriesContext(connection) as queries:
            get(client, query)
        assert 0 < len(queries) <= 10, query
        assert all(entry["sql"].startswith(("SELECT", "DECLARE")) for entry in queries)


def test_queries_do_not_grow_with_pages(client, tree):
    counts = []
    for size in (3, 27):
        for number in range(size):
            make = ProductPageFactory if number % 2 else ContentPageFactory
            make(title=f"荔枝{size}{number}")
        for name in ("pages", "template_fragments"):
            caches[name].clear()
        get(client, "warm")
        with CaptureQueriesContext(connection) as queries:
            get(client, "荔枝")
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_what_is_published_is_found_at_once(client, tree, django_capture_on_commit_callbacks):
    assert not titles(get(client, "梅菜"))
    with django_capture_on_commit_callbacks(execute=True):
        ContentPageFactory(title="梅菜").save_revision().publish()
    assert titles(get(client, "梅菜")) == ["梅菜"]
