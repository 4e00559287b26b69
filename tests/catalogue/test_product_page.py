"""The product page, read as a visitor reads it."""

import json
import re

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from products.catalogue.enums import Confidence, ProductState, SourceKind
from products.catalogue.models import Source
from tests.factories import (
    GIProductFactory,
    ProductPageFactory,
    ProtectionFactory,
    QualityLimitFactory,
    SourceFactory,
)

pytestmark = pytest.mark.django_db


def passage(text, *sources, kind="fact", confidence="medium"):
    return {
        "kind": kind,
        "text": text,
        "confidence": confidence,
        "sources": [source.pk for source in sources],
    }


def section(kind, *passages):
    return {"type": "section", "value": {"kind": kind, "passages": list(passages)}}


@pytest.fixture
def story(tree):
    return ProductPageFactory(product=GIProductFactory(name_zh="镇隆荔枝"), title="镇隆荔枝")


def publish(page, **fields):
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


def forget():
    """As after a publication: nothing is remembered."""
    for cache in caches.all():
        cache.clear()


def html_of(client, page):
    response = client.get(page.get_url())
    assert response.status_code == 200
    return response.content.decode()


def test_facts_come_in_the_order_of_importance(client, story):
    source = SourceFactory()
    ProtectionFactory(product=story.product)
    publish(
        story,
        body=[
            section("keeping", passage("放在阴凉处。", source)),
            section("culture", passage("苏轼写过。", source)),
            section("making", passage("天亮前采摘。", source)),
        ],
    )
    html = html_of(client, story)
    anchors = ["season", "protection", "place", "quality", "making", "culture", "keeping"]
    places = [html.index(f'<h2 id="{anchor}"') for anchor in anchors]
    assert places == sorted(places)


def test_a_list_before_the_chapters_leads_to_each_of_them(client, story):
    text = client.get(story.get_url()).text
    contents, article = text.split('class="contents__list"')[1].split("</nav>", 1)
    chapters = re.findall('<h2 id="([^"]+)" class="chapter__title"', article)
    assert len(chapters) > 3
    assert re.findall('href="#([^"]+)"', contents) == chapters


def test_notes_are_numbered_in_reading_order_and_lead_to_their_sources(client, story):
    first, second = SourceFactory(title_zh="甲公告"), SourceFactory(title_zh="乙报道")
    publish(
        story, body=[section("making", passage("先晒。", first), passage("后腌。", second, first))]
    )
    html = html_of(client, story)
    numbers = re.findall(r'href="#note-(\d+)"', html)
    assert set(numbers) == set(re.findall(r'id="note-(\d+)"', html))
    assert html.count("甲公告") >= 1
    assert html.index('id="note-1"') < html.index('id="note-2"')


def test_weak_facts_are_marked(client, story):
    source = SourceFactory()
    publish(
        story, body=[section("nature", passage("山坡沙土。", source, confidence=Confidence.LOW))]
    )
    assert 'class="weak"' in html_of(client, story)


def test_a_legend_is_told_as_a_legend(client, story):
    publish(story, body=[section("culture", passage("仙女送种。", SourceFactory(), kind="legend"))])
    assert "passage--legend" in html_of(client, story)


def test_empty_sections_are_not_drawn(client, story):
    html = html_of(client, story)
    assert '<h2 id="making"' not in html
    assert '<h2 id="eating"' not in html


def test_what_is_not_known_is_named_once(client, story):
    publish(story, not_yet_known="证书编号\n持有人")
    html = html_of(client, story)
    assert html.count("证书编号") == 1
    assert "持有人" in html


def test_only_the_authority_s_own_text_is_called_official(client, story):
    """What a website quotes is called a quotation: area and demanded values alike."""
    product = story.product
    QualityLimitFactory(product=product)
    product.is_official_area, product.area_source = True, SourceFactory()
    product.save()
    html = html_of(client, story)
    assert "官方文本所载的产地范围" in html
    assert "产品技术规范要求" in html
    Source.objects.update(kind=SourceKind.REFERENCE)
    forget()
    html = html_of(client, story)
    assert "官方文本所载的产地范围" not in html
    assert "产地范围（据转载，未见官方原文）" in html
    assert "规范要求（据转载）" in html


def test_incomplete_announcement_is_to_be_verified_and_says_what_is_missing(client, story):
    ProtectionFactory(product=story.product, unverified=True)
    html = html_of(client, story)
    assert "timeline__item--unverified" in html
    assert "timeline__item--in_force" not in html


def test_complete_announcement_is_in_force(client, story):
    ProtectionFactory(product=story.product)
    assert "timeline__item--in_force" in html_of(client, story)


def test_a_candidate_is_shown_as_such(client, tree):
    product = GIProductFactory(state=ProductState.CANDIDATE)
    assert "seal--candidate" in html_of(client, ProductPageFactory(product=product))


def test_each_protection_leads_to_the_explanation_of_the_schemes(client, story):
    ProtectionFactory(product=story.product)
    assert 'href="/knowledge/schemes/' in html_of(client, story)


def test_structured_data_is_valid_and_names_the_product(client, story):
    html = html_of(client, story)
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)[1]
    data = json.loads(block)
    assert data["about"]["name"] == story.product.name_zh
    assert "offers" not in json.dumps(data)


def test_hostile_text_stays_text(client, story):
    hostile = '</script><script>alert("x")</script>'
    publish(story, summary=hostile, body=[section("making", passage(hostile, SourceFactory()))])
    html = html_of(client, story)
    assert '<script>alert("x")' not in html
    assert "alert" in strip_tags(html)


def test_a_saved_record_is_seen_at_once(client, story):
    assert "Zhenlong" not in html_of(client, story)
    story.product.pinyin = "Zhenlong Lizhi"
    with TestCase.captureOnCommitCallbacks(execute=True):
        story.product.save()
    assert "Zhenlong Lizhi" in html_of(client, story)


def test_a_draft_is_a_404(client, story):
    story.unpublish()
    assert client.get(story.get_url()).status_code == 404


def test_queries_do_not_grow_with_the_products(client, story):
    def queries():
        forget()
        client.get(story.get_url())
        with CaptureQueriesContext(connection) as captured:
            client.get(story.get_url() + "?unknown=1")
        return len(captured)

    few = queries()
    for _ in range(30):
        ProductPageFactory(product=GIProductFactory())
    assert queries() == few
    assert few <= 12


def test_first_reading_costs_the_same_with_few_and_many_products(client, story):
    def queries():
        forget()
        with CaptureQueriesContext(connection) as captured:
            client.get(story.get_url())
        return len(captured)

    for _ in range(3):
        ProductPageFactory(product=GIProductFactory(category=story.product.category))
    queries()
    few = queries()
    for _ in range(10):
        ProductPageFactory(product=GIProductFactory(category=story.product.category))
    assert queries() == few
