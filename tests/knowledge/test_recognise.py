"""How to recognise a product: only what its record supports, each fact with its source."""

import pytest

from products.catalogue.enums import EndReason, ProductState, Scheme
from products.catalogue.models import ProtectionStandard
from tests.factories import (
    GIProductFactory,
    ProductPageFactory,
    ProtectionFactory,
    QualityLimitFactory,
    SourceFactory,
    english_of,
)
from tests.knowledge.factories import RecognisePageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def guide(tree):
    """The address of the guides."""
    return RecognisePageFactory().get_url()


def test_list_shows_the_city_s_products_and_no_candidate(guide, html_of):
    GIProductFactory(bare=True, slug="lychee")
    GIProductFactory(bare=True, slug="tea", state=ProductState.CANDIDATE)
    html = html_of(guide)
    assert f'href="{guide}lychee/"' in html
    assert f'href="{guide}tea/"' not in html


@pytest.mark.parametrize("slug", ["nothing", "tea"])
def test_unknown_products_and_candidates_are_not_found(client, guide, slug):
    GIProductFactory(bare=True, slug="tea", state=ProductState.CANDIDATE)
    assert client.get(f"{guide}{slug}/").status_code == 404


def test_facts_come_with_their_sources(guide, html_of):
    product = GIProductFactory(slug="lychee", name_zh="某地荔枝")
    source = SourceFactory(title_zh="某技术规范")
    QualityLimitFactory(product=product, source=source, indicator_zh="可食率", variety_zh="桂味")
    html = html_of(f"{guide}lychee/")
    assert "怎样认准某地荔枝" in html
    assert "可食率" in html
    assert "桂味" in html
    assert "某技术规范" in html
    assert "镇隆镇" in html
    assert "光看样子不能下结论" in html
    assert "registry/check/?product=lychee" in html


def test_passages_of_its_page_tell_how_it_looks(guide, html_of):
    product = GIProductFactory(bare=True, slug="lychee")
    passage = {
        "kind": "fact",
        "text": "皮色鲜红。",
        "sources": [SourceFactory().pk],
        "confidence": "high",
    }
    sections = [
        {"type": "section", "value": {"kind": kind, "passages": [passage | {"text": text}]}}
        for kind, text in (("quality", "皮色鲜红。"), ("culture", "苏轼写过。"))
    ]
    ProductPageFactory(product=product, body=sections)
    html = html_of(f"{guide}lychee/")
    assert "皮色鲜红。" in html
    assert "苏轼写过。" not in html


def test_beside_the_mark_of_a_gi_product_stand_code_name_and_number(guide, html_of):
    right = ProtectionFactory(
        product__slug="mandarin",
        product__name_zh="某地年桔",
        scheme=Scheme.GI_PRODUCT,
        number="",
        announcement_number="2007年第169号",
    )
    ProtectionStandard.objects.create(
        protection=right, number="DB44/T 1", source=SourceFactory(), sort_order=1
    )
    html = html_of(f"{guide}mandarin/")
    trio = html[html.index('class="trio"') : html.index("</ol>", html.index('class="trio"'))]
    assert "统一社会信用代码" in trio
    assert "某地年桔" in trio
    assert "DB44/T 1或2007年第169号" in trio


def test_a_number_that_is_not_known_is_to_be_verified(guide, html_of):
    ProtectionFactory(product__slug="tea", scheme=Scheme.CERTIFICATION_MARK, number="")
    html = html_of(f"{guide}tea/")
    assert "待向主管部门核实" in html[html.index('class="trio"') :]


def test_an_agricultural_gi_says_that_the_scheme_is_being_converted(guide, html_of):
    ProtectionFactory(product__slug="potato", number="AGI03000")
    html = html_of(f"{guide}potato/")
    assert "AGI03000" in html
    assert "2025年起，这种登记正分批核查" in html
    assert 'class="trio"' not in html


def test_a_right_that_has_ended_gives_no_mark(guide, html_of):
    ProtectionFactory(
        product__slug="tea", scheme=Scheme.GI_PRODUCT, end_reason=EndReason.REVOKED, number=""
    )
    html = html_of(f"{guide}tea/")
    assert 'class="trio"' not in html
    assert "所以不知道包装上该有什么" in html


def test_what_is_not_known_is_named(guide, html_of):
    GIProductFactory(bare=True, slug="tea", area_zh="", area_en="", area_source=None)
    html = html_of(f"{guide}tea/")
    for unknown in ("样子、气味和味道", "规则要求的数值", "上市或制作的时令", "已公告的保护"):
        assert unknown in html
    assert "没有查到保护范围的文字" in html


def test_many_facts_and_products_cost_no_more_queries_than_few(guide, queries_of):
    product = GIProductFactory(slug="lychee")
    ProtectionFactory(product=product)
    few = queries_of(guide), queries_of(f"{guide}lychee/")
    for _number in range(8):
        QualityLimitFactory(product=product)
        ProtectionFactory(product=product)
        GIProductFactory(bare=True)
    assert (queries_of(guide), queries_of(f"{guide}lychee/")) == few


def test_the_product_s_page_leads_to_its_guide_in_its_language(guide, tree, html_of):
    product = GIProductFactory(bare=True, slug="lychee")
    story = ProductPageFactory(product=product)
    english = english_of(story, title="Lychee")
    assert f'href="{guide}lychee/"' in html_of(story.get_url())
    # There is no English guide yet.
    assert "recognise/lychee/" not in html_of(english.get_url())
