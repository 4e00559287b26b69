"""Each kind of bad row is refused at its cell, and good ones in many spellings are taken."""

import datetime

import pytest

from products.registry.models import Authorisation
from tests.factories import ProtectionFactory
from tests.producers.factories import credit_code
from tests.registry.factories import AuthorisationFactory
from tests.registry.import_files import (
    HEADINGS,
    checked,
    csv_file,
    imported,
    problems,
    product,
    row,
    xlsx_file,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def lychee():
    return product()


def refused(key, value, make=csv_file):
    """The message at the only wrong cell of a file with one row."""
    found = problems(checked(make(row(**{key: value}))))
    assert [problem[:2] for problem in found] == [(2, key)]
    return found[0][2]


@pytest.mark.parametrize(
    "key", ["product", "scheme", "name", "lawful_kind", "notice_number", "notice_date"]
)
def test_a_needed_cell_is_empty(key):
    assert "needed" in refused(key, "")


def test_a_user_without_a_credit_code():
    assert "without a credit code" in refused("credit_code", "")


def test_an_unknown_product():
    assert "镇隆荔枝" in refused("product", "镇龙荔枝")


def test_an_unknown_kind_of_lawful_user():
    refused("lawful_kind", "某种")


def test_a_right_that_the_product_does_not_have():
    refused("scheme", "gi_product")


def test_a_right_that_is_not_certain(lychee):
    ProtectionFactory(product=lychee)
    found = problems(checked(csv_file(row())))
    assert [problem[:2] for problem in found] == [(2, "right_number")]


def test_a_right_is_chosen_by_its_number(lychee):
    right = ProtectionFactory(product=lychee)
    imported(csv_file(row(right_number=right.number)))
    assert Authorisation.objects.get().protection == right


def test_a_credit_code_as_a_number():
    assert "15" in refused("credit_code", 911101066976941872, xlsx_file)


@pytest.mark.parametrize("code", ["9.11101E+17", "9.1e17"])
def test_a_credit_code_that_excel_has_shortened(code):
    assert "15" in refused("credit_code", code)


def test_a_credit_code_with_a_look_alike():
    code = credit_code(1).replace("0", "O", 1)
    assert "O" in refused("credit_code", code)


def test_a_credit_code_with_a_wrong_check_character():
    refused("credit_code", "91350211M0000XUF46")


def test_a_credit_code_of_the_wrong_length():
    refused("credit_code", credit_code(1)[:-1])


def test_a_credit_code_in_lower_case_with_spaces_is_taken():
    code = credit_code(1).lower()
    imported(csv_file(row(credit_code=f"{code[:8]} {code[8:]}")))
    assert Authorisation.objects.get().credit_code_as_printed == credit_code(1)


def test_a_known_code_that_fails_the_check_is_taken_again(lychee):
    entry = AuthorisationFactory(
        protection=lychee.protections.get(), credit_code_as_printed="91350211M0000XUF46"
    )
    again = {"public_number": entry.public_number, "credit_code": "91350211M0000XUF46"}
    assert not problems(checked(csv_file(again)))


@pytest.mark.parametrize("cell", ["=1+1", "+A1", "-2", "@SUM(A1)", "＝A1"])
def test_a_formula(cell):
    assert "formula" in refused("name", cell)


def test_a_formula_cell_of_a_workbook():
    assert "formula" in refused("name", '=HYPERLINK("http://example.org")', xlsx_file)


def test_an_error_cell_of_a_workbook():
    assert "error" in refused("name", "#N/A", xlsx_file)


def test_a_text_that_is_too_long():
    assert "200" in refused("name", "名" * 201)


@pytest.mark.parametrize(
    "text",
    [
        "2024-03-01",
        "2024/3/1",
        "2024.3.1",
        "2024年3月1日",
        "２０２４年３月１日",
        "20240301",
        "2024-03-01 00:00:00",
        " 2024 年 3 月 1 日 ",
    ],
)
def test_a_date_in_chinese_or_iso_form_is_taken(text):
    imported(csv_file(row(valid_from=text)))
    assert Authorisation.objects.get().valid_from == datetime.date(2024, 3, 1)


@pytest.mark.parametrize("value", [datetime.date(2024, 3, 1), datetime.datetime(2024, 3, 1)])
def test_a_date_cell_of_a_workbook_is_taken(value):
    imported(xlsx_file(row(valid_from=value)))
    assert Authorisation.objects.get().valid_from == datetime.date(2024, 3, 1)


@pytest.mark.parametrize("text", ["3/1/2024", "01-03-24", "1.3.2024"])
def test_a_date_that_can_be_read_in_two_ways(text):
    assert "certain" in refused("valid_from", text)


@pytest.mark.parametrize("text", ["2024年3月", "2024-03", "2024", "3月1日"])
def test_a_date_that_is_not_complete(text):
    assert "complete" in refused("valid_from", text)


@pytest.mark.parametrize("text", ["2024-02-30", "2024年13月1日"])
def test_a_day_that_does_not_exist(text):
    assert "no such day" in refused("valid_from", text)


@pytest.mark.parametrize("text", ["45352", "soon", "0024-03-01"])
def test_no_date(text):
    refused("valid_from", text)


def test_a_number_in_a_date_cell():
    assert "number" in refused("valid_from", 45352, xlsx_file)


def test_a_date_in_a_text_cell():
    assert "date" in refused("address", datetime.date(2024, 3, 1), xlsx_file)


def test_a_whole_number_in_a_text_cell_is_taken():
    imported(xlsx_file(row(notice_number=475)))
    assert Authorisation.objects.get().notice.number == "475"


def test_a_notice_of_the_future():
    refused("notice_date", "2099-01-01")


def test_a_notice_that_is_recorded_with_another_date():
    imported(csv_file(row(1)))
    found = problems(checked(csv_file(row(2, notice_date="2022-03-02"))))
    assert [problem[:2] for problem in found] == [(2, "notice_date")]
    assert "2022-03-01" in found[0][2]


def test_a_notice_of_another_year_may_have_the_same_number():
    imported(csv_file(row(1)))
    assert not problems(checked(csv_file(row(2, notice_date="2023-02-01"))))


def test_an_end_before_the_beginning():
    found = problems(checked(csv_file(row(ended_on="2020-01-01", end_kind="cancelled"))))
    assert [problem[:2] for problem in found] == [(2, "ended_on")]


def test_a_term_that_ends_before_it_begins():
    found = problems(checked(csv_file(row(valid_from="2024-01-01", valid_until="2023-01-01"))))
    assert [problem[:2] for problem in found] == [(2, "valid_until")]


def test_a_term_that_ends_before_the_notice():
    found = problems(checked(csv_file(row(valid_until="2022-02-28"))))
    assert [problem[:2] for problem in found] == [(2, "valid_until")]


def test_an_end_without_its_reason():
    found = problems(checked(csv_file(row(ended_on="2024-01-01", end_kind=""))))
    assert [problem[:2] for problem in found] == [(2, "end_kind")]


def test_an_application_needs_no_notice():
    applied = row(applied_on="2026-10-01", notice_number="", notice_date="", notice_authority="")
    imported(csv_file(applied))
    assert Authorisation.objects.get().applied_on == datetime.date(2026, 10, 1)


def test_an_unknown_public_number():
    assert problems(checked(csv_file(row(public_number="HZ-GI-AAAAAA"))))[0][1] == "public_number"


def test_another_product_for_a_known_entry():
    imported(csv_file(row()))
    product("惠州梅菜")
    number = Authorisation.objects.get().public_number
    changed = row(public_number=number, product="惠州梅菜")
    assert problems(checked(csv_file(changed)))[0][1] == "product"


def test_an_unknown_predecessor():
    refused("successor_of", "HZ-GI-AAAAAA")


def test_an_entry_that_still_waits(lychee):
    entry = AuthorisationFactory(waiting=True, protection=lychee.protections.get())
    change = {"public_number": entry.public_number, "valid_until": "2030-01-01"}
    assert problems(checked(csv_file(change)))[0][1] == "public_number"


def test_a_sample_is_unknown(lychee):
    entry = AuthorisationFactory(is_sample=True, protection=lychee.protections.get())
    change = {"public_number": entry.public_number, "valid_until": "2030-01-01"}
    assert problems(checked(csv_file(change)))[0][1] == "public_number"


def test_a_duplicate_is_refused_in_both_lines():
    found = problems(checked(csv_file(row(1), row(2), row(1, name="又一个名称"))))
    assert [problem[0] for problem in found] == [2, 4]
    assert "4" in found[0][2]
    assert "2" in found[1][2]


def test_a_duplicate_by_number_is_refused():
    imported(csv_file(row(1)))
    number = Authorisation.objects.get().public_number
    found = problems(checked(csv_file(row(1, public_number=number), row(1))))
    assert [problem[0] for problem in found] == [2, 3]


def test_a_firm_that_has_the_right_already_is_warned_of():
    imported(csv_file(row(1)))
    again = row(1, notice_number="国家知识产权局公告第500号", notice_date="2024-01-01")
    batch = checked(csv_file(again))
    assert problems(batch)[0][1] == "credit_code"
    assert batch.report["counts"]["wrong"] == 0


def test_nothing_is_saved_of_a_file_with_a_wrong_row():
    checked(csv_file(row(1), row(2, name="")))
    assert not Authorisation.objects.exists()


def test_the_good_rows_are_saved_when_chosen():
    imported(csv_file(row(1), row(2, name="")), only_good_rows=True)
    assert Authorisation.objects.count() == 1


def test_headings_in_english_are_understood():
    english = {"name": "Name as printed", "credit_code": "Credit Code", "product": "PRODUCT"}
    assert not problems(checked(csv_file(row(), headings=HEADINGS | english)))


def test_unknown_columns_are_passed_over_and_named():
    batch = checked(csv_file(row() | {"联系人": "某某"}))
    assert ["联系人", ""] in batch.report["columns"]
    assert not problems(batch)


def test_a_column_that_is_missing():
    content = row()
    del content["credit_code"]
    assert "统一社会信用代码" in problems(checked(csv_file(content)))[0][2]


def test_a_column_that_is_there_twice():
    content = csv_file(row() | {"地址二": "某地"}, headings=HEADINGS | {"地址二": "地址"})
    assert "地址" in problems(checked(content))[0][2]


def test_lines_are_numbered_as_in_the_file():
    lines = csv_file(row(1), row(2, name="")).decode().splitlines()
    content = "\r\n".join([lines[0], "", lines[1], "", "", lines[2]])
    assert problems(checked(content.encode()))[0][0] == 6


def test_a_cell_over_two_lines_does_not_disturb_the_numbers():
    content = csv_file(row(1, address="惠州市\n惠阳区"), row(2, name=""))
    assert problems(checked(content))[0][0] == 4
