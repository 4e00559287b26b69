import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Page

from gi_site.search.enums import Stage
from gi_site.search.query import search, suggestions
from products.catalogue.enums import ProductState
from products.catalogue.models import GIProduct
from tests.factories import ContentPageFactory, ProductPageFactory

from .catalogue import make_catalogue, slugs_of

pytestmark = pytest.mark.django_db

LYCHEES, MEICAI = {"zhenlong", "luofu-lychee"}, {"meicai", "aipi"}
GUANYINGE = {"sugar", "peanut"}
LONGMEN = {"longmen-rice", "chicken", "starfruit"}
QUERIES = {
    "荔枝": LYCHEES,
    "荔": LYCHEES,
    "镇隆": {"zhenlong"},
    "镇隆荔枝": {"zhenlong"},
    "镇隆 荔枝": {"zhenlong"},
    "镇隆的荔枝": {"zhenlong"},
    "大米": {"luofu-rice", "longmen-rice"},
    "山大": {"luofu-rice"},
    "罗浮山大米": {"luofu-rice"},
    "惠阳": {"zhenlong"},
    "梅菜": MEICAI,
    "贡菜": {"meicai"},
    "丝苗": {"longmen-rice"},
    "胡须鸡": {"chicken"},
    "龙门": LONGMEN,
    "东坡荔": {"zhenlong"},
    # traditional, variant, full width
    "羅浮山": {"luofu-rice", "luofu-lychee"},
    "觀音閣花生": {"peanut"},
    "龍門": LONGMEN,
    "馬鈴薯": {"potato"},
    "茘枝": LYCHEES,
    "Ｌｙｃｈｅｅ": LYCHEES,
    # pinyin
    "lizhi": LYCHEES,
    "li zhi": LYCHEES,
    "lìzhī": LYCHEES,
    "LIZHI": LYCHEES,
    "lizh": LYCHEES,
    "meicai": MEICAI,
    "mei cai": MEICAI,
    "Méicài": MEICAI,
    "huizhoumeicai": {"meicai"},
    "luofushan dami": {"luofu-rice"},
    "zhenlong lizhi": {"zhenlong"},
    "Guanyin'ge": GUANYINGE,
    "guan yin ge": GUANYINGE,
    "aipi": {"aipi"},
    "aibei": {"aipi"},
    "mazha": {"starfruit"},
    "zllz": {"zhenlong"},
    "lfs": {"luofu-rice", "luofu-lychee"},
    "罗浮dami": {"luofu-rice"},
    # English
    "lychee": LYCHEES,
    "lych": LYCHEES,
    "Lychée": LYCHEES,
    "brown sugar": {"sugar"},
    "longmen county rice": {"longmen-rice"},
    "starfruit": {"starfruit"},
}
NEAR_QUERIES = {
    "丽枝": (Stage.SOUND, LYCHEES),
    "没菜": (Stage.SOUND, MEICAI),
    "杨陶": (Stage.SOUND, {"starfruit"}),
    "罗浮大米": (Stage.SOME, {"luofu-rice", "luofu-lychee", "longmen-rice"}),
    "brown sugar xyz": (Stage.SOME, {"sugar"}),
    "lichi": (Stage.NEAREST, LYCHEES),
    "lychi": (Stage.NEAREST, LYCHEES),
    "meicay": (Stage.NEAREST, MEICAI),
    "potatoes": (Stage.NEAREST, {"potato"}),
    "农门": (Stage.NEAREST, LONGMEN),
    "zzzzz": (Stage.NOTHING, set()),
    "饕餮": (Stage.NOTHING, set()),
}
HOSTILE = [
    '"',
    "'",
    '""荔枝',
    "\0",
    "荔枝\0",
    " ",
    "　",
    "*",
    "a*",
    "(",
    "NOT",
    "荔枝 OR",
    "{title}:x",
]
HOSTILE += [
    "荔枝" * 5000,
    "x" * 10_000,
    "🥭",
    "\ud800",
    "live:yes",
    "%",
    "\\",
    "a & b | !c:*",
    "𠮷",
]


def test_each_query_finds_exactly_its_products():
    make_catalogue()
    found = {query: search(GIProduct.objects.all(), query) for query in QUERIES}
    assert {query: set(slugs_of(result)) for query, result in found.items()} == QUERIES
    assert {query for query, result in found.items() if not result.is_exact} == set()


def test_each_near_query_says_how_it_came_to_its_products():
    make_catalogue()
    found = {query: search(GIProduct.objects.all(), query) for query in NEAR_QUERIES}
    assert {
        query: (result.stage, set(slugs_of(result))) for query, result in found.items()
    } == NEAR_QUERIES


def test_part_of_the_words_ranks_by_how_many_are_there():
    make_catalogue()
    assert slugs_of(search(GIProduct.objects.all(), "罗浮大米"))[0] == "luofu-rice"


def test_title_comes_before_mention(tree):
    mention = ProductPageFactory(title="蜂蜜", summary="荔枝花开时采的蜜，荔枝荔枝荔枝。")
    title = ProductPageFactory(title="荔枝", summary="六月成熟。")
    found = search(Page.objects.live(), "荔枝", mentions=True)
    assert found.ids == [title.pk, mention.pk]


def test_mention_is_left_out_when_a_title_has_it(tree):
    ProductPageFactory(title="蜂蜜", summary="荔枝花开时采的蜜。")
    title = ProductPageFactory(title="荔枝", summary="六月成熟。")
    assert search(Page.objects.live(), "荔枝").ids == [title.pk]


def test_mention_is_found_when_no_title_has_it(tree):
    page = ProductPageFactory(title="蜂蜜", summary="鸭脚木开花时采的蜜。")
    found = search(Page.objects.live(), "鸭脚木")
    assert (found.ids, found.stage) == ([page.pk], Stage.EXACT)


def test_search_keeps_to_its_queryset():
    make_catalogue()
    GIProduct.objects.filter(slug="zhenlong").update(state=ProductState.CANDIDATE)
    assert slugs_of(search(GIProduct.objects.listed(), "荔枝")) == ["luofu-lychee"]


def test_column_comes_with_each_key():
    make_catalogue()
    found = search(GIProduct.objects.all(), "zllz", column="slug")
    assert list(found.matches.values()) == ["zhenlong"]


def test_terms_of_a_near_match_are_those_that_matched():
    make_catalogue()
    assert search(GIProduct.objects.all(), "lychi").terms == ["lychee"]


def test_new_title_is_known_to_the_spelling_at_once():
    make_catalogue()
    assert search(GIProduct.objects.all(), "carambolla").ids
    GIProduct.objects.create(
        slug="pomelo",
        number=99,
        name_zh="柚",
        name_en="Pomelo",
        pinyin="",
        category=GIProduct.objects.first().category,
    )
    assert slugs_of(search(GIProduct.objects.all(), "pomello")) == ["pomelo"]


def test_words_of_one_page_class_do_not_hide_those_of_others(tree):
    ProductPageFactory(title="Potato")
    content = ContentPageFactory(title="Starfruit")
    search(type(content).objects.all(), "zzzzz")
    assert search(Page.objects.all(), "potatto").ids


def test_hostile_text_is_no_error():
    make_catalogue()
    for text in HOSTILE:
        search(GIProduct.objects.all(), text, mentions=True)
        suggestions(GIProduct.objects.all(), text)


@pytest.mark.parametrize("text", [None, "", " ", "🥭", '"'])
def test_text_without_a_word_finds_nothing_without_a_query(text, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert search(GIProduct.objects.all(), text).stage == Stage.NOTHING


@given(text=st.text(st.characters(), max_size=60))
@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_text_is_no_error(db, text):
    search(GIProduct.objects.all(), text, mentions=True)


def test_search_only_reads_in_at_most_six_queries():
    make_catalogue()
    search(GIProduct.objects.all(), "warm content types")
    for text in ["荔枝", "丽枝", "lychi", "罗浮大米", "zz饕餮 盛宴qq"]:
        with CaptureQueriesContext(connection) as queries:
            search(GIProduct.objects.all(), text, mentions=True)
        assert len(queries) <= 6, text
        assert all(query["sql"].startswith(("SELECT", "DECLARE")) for query in queries)


def test_suggestions_come_near_to_the_text():
    make_catalogue()
    products = GIProduct.objects.in_bulk(suggestions(GIProduct.objects.all(), "lichee"))
    assert {product.slug for product in products.values()} == LYCHEES


def test_suggestions_are_the_first_of_the_list_when_nothing_is_near():
    make_catalogue()
    assert suggestions(GIProduct.objects.all(), "饕餮", limit=2) == list(
        GIProduct.objects.values_list("pk", flat=True)[:2]
    )
