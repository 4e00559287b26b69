"""The library of standards, one version, and two versions compared."""

import pytest

from home.programme.comparison import Change, changes, compare_sections
from products.catalogue.models import ProtectionStandard, SpecificationSection
from tests.factories import ProtectionFactory, SourceFactory, SpecificationFactory

LIBRARY = "/en/programme/standards/"


def shown(before, after) -> str:
    marks = {"equal": "{}", "del": "[-{}]", "ins": "[+{}]"}
    return "".join(marks[change.kind].format(change.text) for change in changes(before, after))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("含量不低于17.0%。", "含量不低于18.0%。", "含量不低于[-17.0][+18.0]%。"),
        ("果形端正。", "果形端正，色泽鲜红。", "果形端正[+，色泽鲜红]。"),
        ("at least 16 % sugar", "at least 18 % sugar", "at least [-16][+18] % sugar"),
        ("甲\n乙\n", "甲\n丙\n", "甲\n[-乙][+丙]\n"),
        ("完全不同", "new words", "[-完全不同][+new words]"),
        ("", "全新", "[+全新]"),
    ],
)
def test_changes_are_marked_by_character_in_chinese_and_by_word_in_english(before, after, expected):
    assert shown(before, after) == expected


def test_sections_are_matched_by_heading_whatever_their_number():
    old = [("一、范围", "镇隆镇"), ("二、品种", "桂味"), ("三、标志", "照公告")]
    new = [("一、范围", "镇隆镇"), ("二、质量", "甜"), ("三、品种", "桂味、糯米糍")]
    compared = compare_sections(old, new)
    assert [(section.heading, section.kind) for section in compared] == [
        ("一、范围", "equal"),
        ("二、质量", "added"),
        ("三、品种", "changed"),
        ("三、标志", "removed"),
    ]
    assert compared[2].changes == [Change("equal", "桂味"), Change("ins", "、糯米糍")]


def test_a_long_text_with_one_change_is_compared_in_no_time():
    lines = [f"第{number}条　产地环境、栽培管理、采收要求。\n" * 3 for number in range(2_000)]
    before = "".join(lines)
    assert shown(before, before.replace("第777条", "第九条", 1)).count("[") == 2


def version(protection, name, *sections, **fields):
    specification = SpecificationFactory(protection=protection, version=name, **fields)
    for order, (heading, text) in enumerate(sections):
        SpecificationSection.objects.create(
            specification=specification, heading=heading, text=text, sort_order=order
        )
    return specification


@pytest.mark.django_db
def test_the_library_says_so_when_nothing_is_recorded(client, programme):
    assert "No standard is recorded yet" in client.get(LIBRARY).content.decode()
    compare = client.get(f"{LIBRARY}compare/")
    assert "No version of the rules is recorded yet" in compare.content.decode()


@pytest.mark.django_db
def test_the_library_shows_standards_and_versions_with_day_and_source(client, programme):
    right = ProtectionFactory()
    source = SourceFactory(title_en="The standard's source")
    ProtectionStandard.objects.create(protection=right, number="DB44/T 1", source=source)
    rules = version(right, "2020", ("范围", "镇隆镇"), in_force_from="2020-05-01")
    page = client.get(LIBRARY).content.decode()
    assert "DB44/T 1" in page
    assert "The standard&#x27;s source" in page
    assert "in force from 1 May 2020" in page
    assert f"/standards/{rules.pk}/" in page
    one = client.get(f"{LIBRARY}{rules.pk}/").content.decode()
    assert "镇隆镇" in one
    assert "in force from 1 May 2020" in one
    assert client.get(f"{LIBRARY}{rules.pk + 1}/").status_code == 404


@pytest.mark.django_db
def test_two_versions_are_compared_with_marks_that_need_no_colour(client, programme):
    right = ProtectionFactory()
    old = version(right, "2018", ("范围", "镇隆镇"), ("质量", "不低于17%"))
    new = version(right, "2024", ("范围", "镇隆镇"), ("质量", "不低于<b>18%"))
    page = client.get(f"{LIBRARY}compare/", {"a": old.pk, "b": new.pk}).content.decode()
    assert "taken out: </span>17</del>" in page
    assert "new: </span>&lt;b&gt;18</ins>" in page
    assert "<details><summary>Show the text</summary>" in page


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("query", "message"),
    [
        ({"a": "nonsense", "b": "1"}, "There is no version “nonsense”."),
        ({"a": "99999999999999999999", "b": ""}, "There is no version “99999999999999999999”."),
        ({"a": "{pk}", "b": "{pk}"}, "the same version twice"),
        ({"a": "{pk}", "b": "{other}"}, "rules for two different products"),
    ],
)
def test_a_bad_choice_is_answered_with_what_is_wrong(client, programme, query, message):
    pk, other = SpecificationFactory().pk, SpecificationFactory().pk
    query = {name: value.format(pk=pk, other=other) for name, value in query.items()}
    response = client.get(f"{LIBRARY}compare/", query)
    assert response.status_code == 200
    assert message in response.content.decode()
