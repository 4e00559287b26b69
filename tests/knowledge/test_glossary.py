"""The glossary: its order, its anchors, and how a search leads to a term."""

import pytest
from django.urls import reverse

from tests.knowledge.factories import GlossaryPageFactory, TermFactory

pytestmark = pytest.mark.django_db


def order_of(html, *texts):
    places = [html.index(text) for text in texts]
    return places == sorted(places)


def test_chinese_is_in_the_order_of_pinyin_and_english_of_the_alphabet(in_both, html_of):
    TermFactory(slug="mu", term_zh="亩", term_en="mu")
    TermFactory(slug="announcement", term_zh="公告", term_en="Announcement")
    TermFactory(slug="line", term_zh="12315热线", term_en="12315 line")
    chinese, english = in_both(GlossaryPageFactory())
    for address, letter in ((chinese, "letter-g"), (english, "letter-a")):
        html = html_of(address)
        anchors = ("letter-other", "line", letter, "announcement", "letter-m", "mu")
        assert order_of(html, *(f'id="{anchor}"' for anchor in anchors))
        assert f'href="#{letter}"' in html


def test_a_term_has_its_source_its_neighbours_and_both_languages(tree, html_of):
    jin = TermFactory(slug="jin", term_zh="斤", term_en="jin")
    mu = TermFactory(slug="mu", term_zh="亩", term_en="mu", source__title_zh="某号公告")
    mu.see_also = [jin]
    mu.save()
    html = html_of(GlossaryPageFactory().get_url())
    assert 'id="mu"' in html
    assert "某号公告" in html
    assert '<a href="#jin">斤</a>' in html
    assert '<span lang="zh-Latn-pinyin">mǔ</span>' in html


def test_pinyin_given_by_staff_stays():
    assert TermFactory(term_zh="长宁", pinyin="Chángníng").pinyin == "Chángníng"
    assert TermFactory(term_zh="公告").pinyin == "gōng gào"


def test_an_empty_glossary_says_so(tree, html_of):
    assert "还没有名词" in html_of(GlossaryPageFactory().get_url())


def test_many_terms_cost_no_more_queries_than_few(tree, queries_of):
    url = GlossaryPageFactory().get_url()
    first = TermFactory()
    second = TermFactory()
    second.see_also = [first]
    second.save()
    few = queries_of(url)
    for _number in range(20):
        term = TermFactory()
        term.see_also = [first, second]
        term.save()
    assert queries_of(url) == few


def test_a_search_leads_to_the_term(tree, html_of):
    url = GlossaryPageFactory().get_url()
    TermFactory(slug="code", term_zh="统一社会信用代码", explanation_zh="共十八位。")
    TermFactory(slug="check", term_zh="校验码", explanation_zh="统一社会信用代码的最后一位。")
    html = html_of(reverse("search"), q="信用代码")
    assert f'href="{url}#code"' in html
    assert "共十八位" in html


def test_a_search_by_pinyin_leads_to_the_term(tree, html_of):
    url = GlossaryPageFactory().get_url()
    TermFactory(slug="special-mark", term_zh="专用标志")
    TermFactory(slug="other", term_zh="公告")
    assert f'href="{url}#special-mark"' in html_of(reverse("search"), q="zhuanyong")


def test_a_deleted_term_is_no_longer_found(tree, html_of):
    GlossaryPageFactory()
    term = TermFactory(slug="code", term_zh="统一社会信用代码")
    term.delete()
    assert "#code" not in html_of(reverse("search"), q="信用代码")
