import pytest
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.query import MATCH_ALL, And, Boost, Fuzzy, Not, Or, Phrase, PlainText

from gi_site.search.backend import analysed
from tests.factories import (
    ProductPageFactory,
    ProtectionFactory,
    SiteDocumentFactory,
    SiteImageFactory,
    SourceFactory,
)

pytestmark = pytest.mark.django_db


def test_wagtails_own_autocomplete_finds_pages(tree):
    page = ProductPageFactory(title="山大荔枝", product__name_en="Lychee").page_ptr
    for query in ["荔枝", "山大", "lizhi", "lychee", "茘枝"]:
        assert list(Page.objects.autocomplete(query)) == [page], query


@pytest.mark.parametrize(
    "make",
    [
        lambda: SiteImageFactory(title="镇隆荔枝果园"),
        lambda: SiteDocumentFactory(title="镇隆荔枝果园"),
        lambda: SourceFactory(title_zh="镇隆荔枝果园"),
        lambda: ProtectionFactory(holder_zh="镇隆荔枝果园"),
    ],
    ids=["image", "document", "source", "protection"],
)
def test_wagtails_own_autocomplete_finds_records(make):
    record = make()
    for query in ["荔枝", "zhi guo", "zllz"]:
        assert list(get_search_backend().autocomplete(query, type(record))) == [record], query


@pytest.mark.parametrize(
    "query",
    [
        '"',
        "\0",
        Phrase('荔"枝\0'),
        And([PlainText('"'), Phrase("荔枝")]),
        Or([PlainText('"'), Not(PlainText("\0"))]),
        Not(PlainText('"')),
        Fuzzy('"'),
        Boost(PlainText('"'), 2),
    ],
    ids=repr,
)
@pytest.mark.parametrize("method", ["search", "autocomplete"])
def test_no_query_reaches_the_database_raw(query, method):
    list(getattr(get_search_backend(), method)(query, get_image_model()))


def test_query_for_everything_is_left_alone():
    assert analysed(MATCH_ALL) is MATCH_ALL


def test_operator_of_the_caller_is_kept():
    assert analysed("荔枝 大米", "or").operator == "or"
    assert analysed(PlainText("荔枝 大米", operator="or")).operator == "or"


def test_query_without_a_word_asks_for_nothing():
    assert analysed('"') is None
    assert analysed(Or([PlainText('"'), PlainText("*")])) is None
