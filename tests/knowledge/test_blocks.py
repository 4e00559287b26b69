"""Steps and questions on content pages."""

import json
import re

import pytest

from tests.factories import ContentPageFactory, SourceFactory

pytestmark = pytest.mark.django_db


def question(text, anchor, answer):
    value = {"question": text, "anchor": anchor, "text": f"<p>{answer}</p>"}
    return {"type": "question", "value": value | {"sources": [SourceFactory().pk]}}


def test_questions_have_anchors_a_list_to_jump_and_structured_data(tree, html_of):
    body = [
        question("谁能用？", "who", "四种人。"),
        question("去哪里？", "where", "<b>问</b>部门。"),
    ]
    html = html_of(ContentPageFactory(body=body).get_url())
    assert '<a href="#who">谁能用？</a>' in html
    assert 'id="who"' in html
    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html)[1])
    assert data["@type"] == "FAQPage"
    assert [each["name"] for each in data["mainEntity"]] == ["谁能用？", "去哪里？"]
    assert data["mainEntity"][1]["acceptedAnswer"]["text"] == "问部门。"


def test_a_page_without_questions_claims_no_questions(tree, html_of):
    assert "FAQPage" not in html_of(ContentPageFactory().get_url())


def test_steps_list_papers_and_place(tree, html_of):
    step = {"heading": "填表", "text": "", "papers": "申请书\n\n 审核表 ", "place": "待核实"}
    value = {"steps": [{"type": "item", "id": "1", "value": step}], "sources": []}
    html = html_of(ContentPageFactory(body=[{"type": "steps", "value": value}]).get_url())
    assert "<li>申请书</li><li>审核表</li>" in html
    assert "待核实" in html


def test_many_questions_cost_no_more_queries_than_few(tree, queries_of):
    few = ContentPageFactory(body=[question("一？", "q1", "一")]).get_url()
    many = ContentPageFactory(body=[question("题？", f"q{n}", "答") for n in range(9)]).get_url()
    assert queries_of(many) == queries_of(few)
