import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gi_site.search.analyser import (
    MAX_QUERY,
    MAX_TERMS,
    normalise,
    query_terms,
    short_tokens,
    sound_terms,
    spelling_terms,
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("羅浮山", "罗浮山"),
        ("觀音閣", "观音阁"),
        ("茘枝", "荔枝"),
        ("Ｌｙｃｈｅｅ", "lychee"),
        ("Méicài", "meicai"),
        ("荔\0枝", "荔 枝"),
        ("荔\ud800枝", "荔枝"),
        (None, ""),
    ],
)
def test_spellings_of_the_same_text_are_normalised_to_one(written, meant):
    assert normalise(written) == meant


@pytest.mark.parametrize(
    "word",
    ["荔", "隆荔", "lizhi", "longlizhi", "zhenlonglizhi", "zhen", "zllz", "lz"],
)
def test_title_is_indexed_by_characters_pairs_pinyin_and_initials(word):
    assert word in short_tokens("镇隆荔枝")


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("长宁镇", "changning"),
        ("秋长", "qiuchang"),
        ("矮陂梅菜", "aipimeicai"),
        ("麻榨杨桃", "mazha"),
        ("观音阁花生", "guanyinge"),
        ("铁涌镇", "tiechong"),
        ("新圩镇", "xinxu"),
    ],
)
def test_local_names_have_their_local_reading(name, word):
    assert word in short_tokens(name)


@pytest.mark.parametrize(
    ("name", "word"), [("矮陂", "aibei"), ("铁涌", "tieyong"), ("绿茶", "lvcha"), ("绿茶", "lucha")]
)
def test_readings_that_strangers_type_are_indexed_too(name, word):
    assert word in short_tokens(name)


def test_other_scripts_are_indexed_by_word():
    assert short_tokens("Личи 7") == ["личи", "7"]


def test_longer_chinese_is_asked_for_by_pairs():
    assert query_terms("观音阁 花生") == ["观音", "音阁", "花生"]


def test_of_separates_words():
    assert query_terms("惠州的荔枝") == ["惠州", "荔枝"]


def test_query_is_cut_to_a_few_words():
    assert len(query_terms("荔枝龙眼杨桃梅菜花生红糖蜂蜜" * 1000)) <= MAX_TERMS
    assert all(len(term) <= MAX_QUERY for term in query_terms("x" * 10_000))


def test_chinese_is_asked_for_by_its_sound():
    assert sound_terms("丽枝 tea") == ["lizhi", "tea"]


@pytest.mark.parametrize("text", ["梨", "tea"])
def test_single_characters_and_latin_words_have_no_other_sound(text):
    assert sound_terms(text) == []


def test_spelling_of_chinese_is_its_pinyin():
    assert spelling_terms("农门 Rise") == ["nongmen", "rise"]


@given(st.text(st.characters(), max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_text_gives_plain_words(text):
    for analyse in (query_terms, sound_terms, spelling_terms, short_tokens):
        for word in analyse(text):
            assert word
            assert not set(word) & set("\"'*():&|! \0")
            word.encode()
