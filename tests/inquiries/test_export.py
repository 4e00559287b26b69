"""The list of inquiries as a file."""

import csv
import io

import pytest
from openpyxl import load_workbook

from products.inquiries.enums import EventKind
from tests.factories import UserFactory
from tests.inquiries.factories import InquiryFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager(client):
    user = UserFactory(role="manager")
    client.force_login(user)
    return user


def rows(client, **filters):
    response = client.get("/admin/inquiries/", {"export": "csv", **filters})
    return list(csv.DictReader(io.StringIO(response.getvalue().decode("utf-8-sig"))))


def forget_persons(user):
    group = user.groups.get()
    permissions = group.permissions.filter(content_type__app_label="inquiries")
    group.permissions.remove(permissions.get(codename="view_personal_data"))


def test_the_file_holds_what_the_filters_show(client, manager):
    InquiryFactory(buyer_country="JP")
    InquiryFactory()
    [row] = rows(client, buyer_country="JP")
    assert any(value.endswith("500 千克") for value in row.values())


def test_samples_stay_out(client, manager):
    InquiryFactory(is_sample=True)
    assert rows(client) == []


def test_personal_data_only_for_whom_it_is_needed(client, manager):
    InquiryFactory(buyer_name="Ms Miller")
    assert "Ms Miller" in str(rows(client))
    forget_persons(manager)
    assert "Ms Miller" not in str(rows(client))


def test_an_export_of_personal_data_stands_in_the_history_of_each(client, manager):
    inquiries = [InquiryFactory(), InquiryFactory()]
    rows(client)
    for inquiry in inquiries:
        assert inquiry.events.get(kind=EventKind.EXPORTED).user == manager


def test_without_personal_data_there_is_nothing_to_note(client, manager):
    forget_persons(manager)
    inquiry = InquiryFactory()
    rows(client)
    assert not inquiry.events.exists()


def test_no_cell_is_a_formula(client, manager):
    formula = '=HYPERLINK("http://x")'
    InquiryFactory(buyer_name=formula)
    [row] = rows(client)
    assert f"'{formula}" in row.values()
    response = client.get("/admin/inquiries/", {"export": "xlsx"})
    sheet = load_workbook(io.BytesIO(response.getvalue())).active
    cells = [cell for line in sheet.iter_rows() for cell in line if cell.value == formula]
    assert [cell.data_type for cell in cells] == ["s"]


def test_the_export_costs_the_same_with_2_and_20(client, manager, django_assert_max_num_queries):
    for _number in range(2):
        InquiryFactory()
    rows(client)
    with django_assert_max_num_queries(100) as with_2:
        rows(client)
    for _number in range(18):
        InquiryFactory()
    with django_assert_max_num_queries(len(with_2)):
        rows(client)
