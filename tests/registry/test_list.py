"""The list of the registry, its files, its data dictionary and the entries."""

import csv
import datetime
import io
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook

from products.catalogue.enums import Scheme
from products.registry.columns import COLUMNS
from products.registry.enums import EventKind, LawfulKind, Status
from products.registry.page_loading import load_registry_page
from tests.factories import (
    DistrictFactory,
    ProtectionFactory,
    SourceFactory,
    UserFactory,
)
from tests.registry.factories import (
    AuthorisationEventFactory,
    AuthorisationFactory,
    NoticeFactory,
)

pytestmark = pytest.mark.django_db
LIST, LIST_EN = "/registry/", "/en/registry/"


def listed(client, path=LIST_EN, **query):
    """The entries of the first page."""
    return [entry.pk for entry in client.get(path, query).context["items"]]


def counts(client, facet, **query) -> dict[str, int]:
    # A parameter that no page knows passes the page cache by.
    facets = client.get(LIST_EN, query | {"_": "1"}).context["facets"]
    facets = facets() if callable(facets) else facets
    chosen = next(each for each in facets if each.name == facet)
    return {option.value: option.count for option in chosen.options}


def rows_of_csv(response) -> list[list[str]]:
    text = b"".join(response.streaming_content).decode()
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


def column(key: str) -> int:
    return next(i for i, each in enumerate(COLUMNS) if each.key == key)


@pytest.mark.parametrize("path", [LIST, LIST_EN])
def test_the_list_shows_entries_with_status_and_meaning(client, registry, path):
    entry = AuthorisationFactory()
    html = client.get(path).content.decode()
    assert entry.name_as_printed in html
    assert str(Status.IN_FORCE.meaning) in html or path == LIST


def test_the_introduction_is_that_of_the_editors(client, registry):
    assert "After the notices." in client.get(LIST_EN).content.decode()
    assert "照公告登记。" in client.get(LIST).content.decode()


@pytest.mark.parametrize("facet", ["product", "status", "scheme", "kind", "district"])
def test_each_facet_narrows_the_list_and_counts(client, registry, facet):
    wanted = AuthorisationEventFactory(
        authorisation=AuthorisationFactory(
            protection__scheme=Scheme.GI_PRODUCT,
            lawful_kind=LawfulKind.MARK_LICENSEE,
            district=DistrictFactory(),
        )
    ).authorisation
    AuthorisationFactory()
    value = {
        "product": wanted.product.slug,
        "status": Status.SUSPENDED,
        "scheme": Scheme.GI_PRODUCT,
        "kind": LawfulKind.MARK_LICENSEE,
        "district": wanted.district.slug,
    }[facet]
    assert listed(client, **{facet: value}) == [wanted.pk]
    assert counts(client, facet)[value] == 1


def test_counts_follow_the_other_choices(client, registry):
    first, second = AuthorisationFactory.create_batch(2)
    AuthorisationEventFactory(authorisation=second)
    assert counts(client, "status", product=first.product.slug) == {Status.IN_FORCE: 1}
    assert len(counts(client, "product", product=first.product.slug)) == 2


@pytest.mark.parametrize("facet", ["product", "status", "scheme", "kind", "district", "sort"])
def test_an_unknown_value_is_noted_and_never_widens(client, registry, facet):
    AuthorisationFactory()
    response = client.get(LIST_EN, {facet: "nonsense", "status": ["ended", "nonsense"]})
    assert response.context["ignored"]
    assert not response.context["items"].object_list


def test_text_finds_name_code_part_of_code_and_number(client, registry):
    wanted = AuthorisationFactory(name_as_printed="惠州市东江果业有限公司")
    AuthorisationFactory(credit_code_as_printed="92440300MA5EXAMPLE")
    code = wanted.credit_code_as_printed
    for text in ("东江", "dongjiang", code, code.lower(), wanted.public_number, "东江（果业）"):
        assert listed(client, q=text) == [wanted.pk], text
    assert wanted.pk in listed(client, q=code[:10])


def test_the_day_decides_the_status(client, registry):
    event = AuthorisationEventFactory(kind=EventKind.CANCELLED)
    key = event.authorisation_id
    assert listed(client, status="in_force", on="2023-05-31") == [key]
    assert listed(client, status="ended", on="2023-06-01") == [key]
    assert listed(client, status="in_force") == []


def test_choices_keep_the_day(client, registry):
    AuthorisationFactory()
    html = client.get(LIST_EN, {"on": "2023-05-31"}).content.decode()
    assert "on=2023-05-31" in html


@pytest.mark.parametrize("page", ["0", "abc", "9999", "-1"])
def test_a_page_that_is_not_there_is_a_404(client, registry, page):
    assert client.get(LIST_EN, {"page": page}).status_code == 404


def test_sorting(client, registry):
    old = AuthorisationFactory(name_as_printed="甲", notice__issued_on=datetime.date(2020, 1, 1))
    new = AuthorisationFactory(name_as_printed="乙", notice__issued_on=datetime.date(2024, 1, 1))
    assert listed(client, sort="newest") == [new.pk, old.pk]
    assert listed(client, sort="name") == [new.pk, old.pk]
    assert listed(client, sort="product") == [old.pk, new.pk]


def test_waiting_entries_are_nowhere(client, registry):
    entry = AuthorisationFactory(waiting=True)
    assert listed(client) == []
    assert client.get(f"{LIST_EN}{entry.public_number}/").status_code == 404
    assert len(rows_of_csv(client.get(f"{LIST_EN}export/csv/"))) == 1


def test_samples_stand_apart_and_are_not_counted(client, registry):
    sample = AuthorisationFactory(is_sample=True)
    response = client.get(LIST_EN)
    assert response.context["samples"] == [sample]
    assert (list(response.context["items"]), response.context["result_count"]) == ([], 0)
    assert "These entries are invented" in response.content.decode()


def test_htmx_gets_the_results_only(client, registry):
    html = client.get(LIST_EN, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in html
    assert 'id="results"' in html


@pytest.mark.parametrize("query", [{}, {"q": "惠州"}, {"status": "in_force", "on": "2024-01-01"}])
def test_the_list_costs_the_same_with_few_and_many(
    client, registry, django_assert_max_num_queries, query
):
    right = ProtectionFactory()

    def cost():
        client.get(LIST_EN, query)  # what is remembered
        with django_assert_max_num_queries(10) as queries:
            client.get(LIST_EN, query | {"_": "1"})
        return len(queries)

    AuthorisationFactory.create_batch(3, protection=right)
    few = cost()
    AuthorisationFactory.create_batch(17, protection=right)
    assert cost() == few


def test_files_hold_the_rows_of_the_list(client, registry):
    wanted = AuthorisationFactory()
    AuthorisationFactory()
    AuthorisationFactory(is_sample=True)
    query = {"product": wanted.product.slug}
    rows = rows_of_csv(client.get(f"{LIST}export/csv/", query))
    assert rows[0] == [each.zh for each in COLUMNS]
    assert [row[column("public_number")] for row in rows[1:]] == [wanted.public_number]
    sheet = load_workbook(
        io.BytesIO(b"".join(client.get(f"{LIST}export/xlsx/", query).streaming_content))
    ).active
    assert [row[0] for row in sheet.values][1:] == [wanted.public_number]


def test_files_state_the_status_of_the_day(client, registry):
    AuthorisationEventFactory(kind=EventKind.CANCELLED)
    rows = rows_of_csv(client.get(f"{LIST_EN}export/csv/", {"on": "2023-05-31"}))
    assert rows[1][column("status")] == "In force"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "＝"])
def test_no_cell_of_a_csv_is_a_formula(client, registry, start):
    AuthorisationFactory(name_as_printed=f"{start}cmd|'/c calc'!A1")
    rows = rows_of_csv(client.get(f"{LIST_EN}export/csv/"))
    assert rows[1][column("name")].startswith(f"'{start}")


def test_codes_in_a_workbook_are_text_and_no_cell_is_a_formula(client, registry):
    AuthorisationFactory(name_as_printed="=1+1\x0b", credit_code_as_printed="911101066976941872")
    response = client.get(f"{LIST_EN}export/xlsx/")
    sheet = load_workbook(io.BytesIO(b"".join(response.streaming_content))).active
    row = next(sheet.iter_rows(min_row=2))
    code, name = row[column("credit_code")], row[column("name")]
    assert (code.value, code.data_type, code.number_format) == ("911101066976941872", "s", "@")
    assert (name.value, name.data_type) == ("=1+1", "s")
    assert row[column("notice_date")].value.date() == datetime.date(2022, 3, 1)


def test_an_unknown_kind_of_file_is_a_404(client, registry):
    assert client.get(f"{LIST_EN}export/pdf/").status_code == 404


def test_a_file_costs_the_same_with_few_and_many(client, registry):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            list(client.get(f"{LIST_EN}export/csv/").streaming_content)
        return len(queries)

    right = ProtectionFactory()
    AuthorisationFactory.create_batch(2, protection=right)
    cost()
    few = cost()
    AuthorisationFactory.create_batch(10, protection=right)
    assert cost() == few


def test_no_personal_data_of_staff_is_in_a_file(client, registry):
    AuthorisationFactory(entered_by=UserFactory(username="secret-one"))
    text = b"".join(client.get(f"{LIST_EN}export/csv/").streaming_content).decode()
    assert "secret" not in text


def test_the_data_dictionary_names_every_column_and_status(client, registry):
    html = client.get(f"{LIST_EN}data/").content.decode()
    for text in [each.en for each in COLUMNS] + [str(each.label) for each in Status]:
        assert text in html


def test_the_list_says_when_it_was_last_changed(client, registry):
    AuthorisationFactory()
    assert client.get(LIST_EN).context["last_updated"].date() == timezone.now().date()


def test_the_page_is_loaded_once_in_both_languages(tree):
    assert load_registry_page(tree.home)
    assert not load_registry_page(tree.home)


@pytest.mark.parametrize("path", [LIST, LIST_EN])
def test_an_entry_has_its_history_and_what_stands_beside_the_mark(client, registry, path):
    event = AuthorisationEventFactory(reason_zh="抽检不合格")
    AuthorisationEventFactory(
        authorisation=event.authorisation,
        kind=EventKind.RESUMED,
        on=datetime.date(2023, 9, 1),
        notice=NoticeFactory(number="第888号"),
    )
    entry = event.authorisation
    response = client.get(f"{path}{entry.public_number}/")
    html = response.content.decode()
    steps = [(step.day, step.status) for step in response.context["view"].steps]
    assert steps == [
        (datetime.date(2022, 3, 1), Status.IN_FORCE),
        (datetime.date(2023, 6, 1), Status.SUSPENDED),
        (datetime.date(2023, 9, 1), Status.IN_FORCE),
    ]
    for text in ("抽检不合格", "第888号", "12315", "12345", 'class="qr__code"'):
        assert text in html


def mentions(client, entry):
    view = client.get(f"{LIST_EN}{entry.public_number}/").context["view"]
    return [mention.value for mention in view.mentions]


def test_beside_a_product_right_stand_code_name_and_announcement(client, registry):
    entry = AuthorisationFactory(protection__scheme=Scheme.GI_PRODUCT)
    code, name, number = mentions(client, entry)
    assert code.replace(" ", "") == entry.credit_code_as_printed
    assert (name, number) == (
        entry.product.name_en,
        "Announcement No. 290 (农业农村部公告第290号)",
    )


def test_beside_a_trade_mark_stand_code_mark_and_registration_number(client, registry):
    entry = AuthorisationFactory(protection__scheme=Scheme.COLLECTIVE_MARK)
    assert mentions(client, entry)[1:] == [entry.product.name_en, entry.protection.number]


def test_nothing_stands_beside_the_mark_of_an_ended_entry(client, registry):
    entry = AuthorisationEventFactory(kind=EventKind.CANCELLED).authorisation
    assert mentions(client, entry) == []


def test_an_entry_leads_to_those_before_and_after_it(client, registry):
    before = AuthorisationFactory()
    after = AuthorisationFactory(successor_of=before)
    hidden = AuthorisationFactory(successor_of=before, waiting=True)
    html = client.get(f"{LIST_EN}{before.public_number}/").content.decode()
    assert after.public_number in html
    assert hidden.public_number not in html
    assert before.public_number in client.get(f"{LIST_EN}{after.public_number}/").content.decode()


def test_a_reported_entry_names_its_source(client, registry):
    entry = AuthorisationFactory(reported=True, source=SourceFactory(title_en="A daily report"))
    html = client.get(f"{LIST_EN}{entry.public_number}/").content.decode()
    assert "A daily report" in html
    assert "to be verified" in html


def test_the_number_of_an_entry_may_be_typed_small(client, registry):
    entry = AuthorisationFactory()
    assert client.get(f"{LIST_EN}{entry.public_number.lower()}/").status_code == 200


def test_the_mark_itself_is_never_drawn(client, registry):
    entry = AuthorisationFactory()
    html = client.get(f"{LIST_EN}{entry.public_number}/").content.decode()
    assert not re.search(r"<img(?![^>]*favicon)", html)
