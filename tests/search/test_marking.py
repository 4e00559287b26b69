import pytest

from gi_site.search.analyser import query_terms, sound_terms
from gi_site.search.marking import excerpt
from gi_site.search.templatetags.search_marks import highlight


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("镇隆荔枝", "荔枝", "镇隆<mark>荔枝</mark>"),
        ("镇隆荔枝", "镇隆荔枝", "<mark>镇隆荔枝</mark>"),
        ("羅浮山大米", "罗浮", "<mark>羅浮</mark>山大米"),
        ("镇隆荔枝", "lizhi", "镇隆<mark>荔枝</mark>"),
        ("镇隆荔枝", "lizh", "镇隆<mark>荔枝</mark>"),
        ("镇隆荔枝", "zllz", "<mark>镇隆荔枝</mark>"),
        ("Zhenlong Lychees", "LYCHEE", "Zhenlong <mark>Lychee</mark>s"),
        ("Ｌｙｃｈｅｅ", "lych", "<mark>Ｌｙｃｈ</mark>ｅｅ"),
        ("Méicài", "meicai", "<mark>Méicài</mark>"),
        ("Rice", "lychee", "Rice"),
        ("", "荔枝", ""),
    ],
)
def test_match_is_marked(text, query, marked):
    assert highlight(text, query_terms(query)) == marked


def test_match_by_sound_is_marked():
    assert highlight("镇隆荔枝", sound_terms("丽枝")) == "镇隆<mark>荔枝</mark>"


def test_text_is_escaped():
    assert highlight("<b>荔枝</b>", ["荔枝"]) == "&lt;b&gt;<mark>荔枝</mark>&lt;/b&gt;"


@pytest.mark.parametrize(("text", "terms"), [(None, ["a"]), ("荔枝", None)])
def test_nothing_to_mark_is_no_error(text, terms):
    assert "<mark>" not in highlight(text, terms)


def test_excerpt_shows_the_surroundings_of_the_match():
    text = "前" * 200 + "荔枝" + "后" * 200
    shown = excerpt(["无关", text], ["荔枝"])
    assert shown.startswith("…前")
    assert shown.endswith("后…")
    assert "荔枝" in shown


def test_no_excerpt_without_match():
    assert excerpt(["无关"], ["荔枝"]) == ""
