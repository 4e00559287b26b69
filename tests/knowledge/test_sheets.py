"""One sheet of paper for each product."""

import pytest
from django.utils.html import escape

from products.catalogue.enums import ProductState, Scheme
from tests.factories import (
    GIProductFactory,
    ProductPageFactory,
    ProtectionFactory,
    QualityLimitFactory,
    SourceFactory,
)
from tests.knowledge.factories import SheetsPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def sheets(tree):
    """The address of the sheets."""
    return SheetsPageFactory().get_url()


def passage(text):
    return {"kind": "fact", "text": text, "sources": [SourceFactory().pk], "confidence": "high"}


def test_list_shows_every_product_and_marks_candidates(sheets, html_of):
    GIProductFactory(bare=True, slug="lychee")
    GIProductFactory(bare=True, slug="tea", state=ProductState.CANDIDATE)
    html = html_of(sheets)
    assert f'href="{sheets}lychee/"' in html
    assert f'href="{sheets}tea/"' in html
    assert html.count("候选，尚未成为地理标志产品") == 1


def test_an_unknown_product_is_not_found(client, sheets):
    assert client.get(f"{sheets}nothing/").status_code == 404


def test_a_sheet_tells_names_place_protection_address_and_sources(sheets, html_of):
    product = GIProductFactory(slug="lychee", name_zh="某地荔枝", name_en="Some Lychee")
    ProtectionFactory(product=product, announcement_number="农业农村部公告第290号")
    ProtectionFactory(product=product, unverified=True, scheme=Scheme.GI_PRODUCT)
    page = ProductPageFactory(product=product)
    html = html_of(f"{sheets}lychee/")
    for text in ("某地荔枝", product.pinyin, "Some Lychee", "镇隆镇", "农业农村部公告第290号"):
        assert text in html
    assert "公告待核实" in html
    assert escape(f"http://testserver{page.get_url()}") in html
    assert 'class="qr__code"' in html
    assert product.protections.first().source.title_zh in html


def test_the_name_in_the_reader_s_language_leads(in_both, html_of):
    sheets, english_sheets = in_both(SheetsPageFactory())
    GIProductFactory(bare=True, slug="lychee", name_zh="某地荔枝", name_en="Some Lychee")
    assert '<h1 class="sheet__name">某地荔枝</h1>' in html_of(f"{sheets}lychee/")
    english = html_of(f"{english_sheets}lychee/")
    assert '<h1 class="sheet__name">Some Lychee</h1>' in english
    assert '<span lang="zh-Hans">某地荔枝</span>' in english


def test_prose_is_cut_between_passages_never_within(sheets, html_of):
    product = GIProductFactory(bare=True, slug="lychee")
    texts = ["甲" * 150, "乙" * 150]
    section = {"kind": "quality", "passages": [passage(text) for text in texts]}
    ProductPageFactory(product=product, body=[{"type": "section", "value": section}])
    html = html_of(f"{sheets}lychee/")
    assert texts[0] in html
    assert "乙" not in html


def test_demanded_values_come_before_measured_ones(sheets, html_of):
    product = GIProductFactory(bare=True, slug="lychee")
    for number in range(4):
        QualityLimitFactory(product=product, kind="measured", indicator_zh=f"测得{number}")
    for number in range(4):
        QualityLimitFactory(product=product, kind="limit", indicator_zh=f"要求{number}")
    html = html_of(f"{sheets}lychee/")
    assert "要求3" in html
    assert html.index("要求3") < html.index("测得0")
    assert "测得3" not in html


def test_where_nothing_is_known_the_sheet_says_so(sheets, html_of):
    GIProductFactory(bare=True, slug="tea", area_zh="", area_en="", area_source=None)
    html = html_of(f"{sheets}tea/")
    for text in ("还没有找到保护记录", "时令尚不清楚", "还没有查到可以用来辨认的特点"):
        assert text in html


def test_a_candidate_s_page_leads_to_its_sheet_alone(sheets, html_of):
    product = GIProductFactory(bare=True, slug="tea", state=ProductState.CANDIDATE)
    html = html_of(ProductPageFactory(product=product).get_url())
    assert f'href="{sheets}tea/"' in html
    assert "recognise/tea/" not in html


def test_many_products_cost_no_more_queries_than_few(sheets, queries_of):
    GIProductFactory(slug="lychee")
    few = queries_of(sheets), queries_of(f"{sheets}lychee/")
    GIProductFactory.create_batch(5, bare=True)
    assert (queries_of(sheets), queries_of(f"{sheets}lychee/")) == few
