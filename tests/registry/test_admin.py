"""The registry by hand: two people, lists, rights."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.models import ModelLogEntry
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from products.registry.enums import EventKind, Status
from products.registry.models import Authorisation, AuthorisationEvent, Notice
from tests.factories import ProtectionFactory, UserFactory
from tests.registry.factories import (
    AuthorisationEventFactory,
    AuthorisationFactory,
    NoticeFactory,
)

pytestmark = pytest.mark.django_db
CONFIRM = "/admin/bulk/registry/authorisation/confirm/"


def url(view, *args, model="authorisation"):
    return reverse(f"wagtailsnippets_registry_{model}:{view}", args=args)


@pytest.fixture
def another():
    return UserFactory(role="registrar")


def event_row(event=None, **fields):
    stored = {
        "id": event.pk,
        "kind": event.kind,
        "on": event.on,
        "reason_zh": event.reason_zh,
    }
    return (stored if event else {}) | fields


def form(entry=None, events=(), initial=0, **fields):
    """What the browser sends back for `entry`, or for a new one."""
    if entry is None:
        right = ProtectionFactory()
        values = {
            "product": right.product_id,
            "protection": right.pk,
            "lawful_kind": "approved_producer",
            "name_as_printed": "惠州市果香农业有限公司",
            "notice": NoticeFactory().pk,
        }
    else:
        names = (
            "product_id protection_id lawful_kind name_as_printed address_as_printed"
            " credit_code_as_printed notice_id source_id note_zh"
        )
        values = {name.removesuffix("_id"): getattr(entry, name) or "" for name in names.split()}
    rows = inline_formset(list(events), initial=initial)
    return nested_form_data(values | {"events": rows} | fields)


def save(client, entry, *events, initial=None, **fields):
    rows = [event if isinstance(event, dict) else event_row(event) for event in events]
    known = sum("id" in row for row in rows)
    response = client.post(url("edit", entry.pk), form(entry, rows, known, **fields))
    assert response.status_code == 302, response.context["form"].errors
    entry.refresh_from_db()


def confirm(client, *entries):
    """Opens the page that asks, and answers it."""
    address = f"{CONFIRM}?next=/admin/" + "".join(f"&id={entry.pk}" for entry in entries)
    page = client.get(address)
    seen = [item["seen"] for item in page.context["items"]]
    response = client.post(address, {"seen": seen})
    for entry in entries:
        entry.refresh_from_db()
    return page, response


def test_what_is_entered_waits_and_says_by_whom(client, registrar):
    assert client.post(url("add"), form()).status_code == 302
    entry = Authorisation.objects.get()
    assert (entry.entered_by, entry.checked_by) == (registrar, None)
    assert not entry.is_public


def test_an_event_is_entered_with_the_entry(client, registrar):
    row = {"kind": "suspended", "on": "2026-05-01"}
    assert client.post(url("add"), form(events=[row])).status_code == 302
    assert AuthorisationEvent.objects.get().entered_by == registrar


def test_another_person_confirms_entry_and_events(client, registrar):
    entry = AuthorisationFactory(waiting=True)
    event = AuthorisationEventFactory(authorisation=entry, waiting=True)
    confirm(client, entry)
    event.refresh_from_db()
    assert entry.checked_by == event.checked_by == registrar
    assert entry.is_public


@pytest.mark.parametrize("role", ["registrar", "manager", "administrator"])
def test_nobody_confirms_the_own_entry(client, role):
    user = UserFactory(role=role)
    client.force_login(user)
    entry = AuthorisationFactory(waiting=True, entered_by=user)
    page, _response = confirm(client, entry)
    assert page.context["own"] == [entry.pk]
    assert entry.checked_by is None


def test_nobody_confirms_an_entry_with_an_own_event(client, registrar):
    entry = AuthorisationFactory(waiting=True)
    AuthorisationEventFactory(authorisation=entry, waiting=True, entered_by=registrar)
    confirm(client, entry)
    assert entry.checked_by is None


def test_looking_at_the_question_confirms_nothing(client, registrar):
    entry = AuthorisationFactory(waiting=True)
    client.get(f"{CONFIRM}?id={entry.pk}")
    entry.refresh_from_db()
    assert entry.checked_by is None


def test_the_question_shows_the_facts_and_the_notice(client, registrar):
    entry = AuthorisationFactory(waiting=True)
    html = client.get(f"{CONFIRM}?id={entry.pk}").content.decode()
    for fact in (entry.name_as_printed, entry.credit_code_as_printed, entry.notice.number):
        assert fact in html


def test_what_was_changed_meanwhile_is_not_confirmed(client, registrar):
    entry = AuthorisationFactory(waiting=True)
    address = f"{CONFIRM}?id={entry.pk}&next=/admin/"
    seen = client.get(address).context["items"][0]["seen"]
    entry.save()
    response = client.post(address, {"seen": seen})
    entry.refresh_from_db()
    assert entry.checked_by is None
    assert get_messages(response.wsgi_request)


def test_the_confirmation_stands_in_the_history(client, registrar):
    entry = AuthorisationFactory(waiting=True)
    confirm(client, entry)
    log = ModelLogEntry.objects.get(action="registry.confirm")
    assert (log.object_id, log.user) == (str(entry.pk), registrar)


def test_a_change_to_a_confirmed_entry_waits_again(client, registrar):
    entry = AuthorisationFactory()
    save(client, entry, name_as_printed="惠州市新果香农业有限公司")
    assert (entry.entered_by, entry.checked_by) == (registrar, None)


def test_saving_without_a_change_keeps_the_confirmation(client, registrar):
    entry = AuthorisationFactory()
    event = AuthorisationEventFactory(authorisation=entry)
    save(client, entry, event)
    event.refresh_from_db()
    assert entry.checked_by
    assert event.checked_by


def test_a_new_event_waits_and_the_entry_stays_public(client, registrar):
    entry = AuthorisationFactory()
    save(client, entry, {"kind": "cancelled", "on": "2026-01-01"})
    event = entry.events.get()
    assert (event.entered_by, event.checked_by) == (registrar, None)
    assert entry.is_public
    assert entry.status == Status.IN_FORCE


def test_a_confirmed_event_counts(client, registrar):
    entry = AuthorisationFactory()
    AuthorisationEventFactory(authorisation=entry, waiting=True, kind=EventKind.CANCELLED)
    checked_at = entry.checked_at
    confirm(client, entry)
    entry = Authorisation.objects.get()
    assert entry.status == Status.ENDED
    assert entry.checked_at == checked_at


def test_a_change_to_a_confirmed_event_makes_the_entry_wait(client, registrar):
    entry = AuthorisationFactory()
    event = AuthorisationEventFactory(authorisation=entry)
    save(client, entry, event_row(event, on="2026-06-01"))
    assert not entry.is_public
    assert entry.events.get().checked_by is None


def test_taking_back_a_confirmed_event_makes_the_entry_wait(client, registrar):
    entry = AuthorisationFactory()
    event = AuthorisationEventFactory(authorisation=entry)
    save(client, entry, event_row(event, DELETE="on"))
    assert not entry.events.exists()
    assert not entry.is_public


def test_who_changes_what_waits_vouches_for_all_of_it(client, registrar):
    entry = AuthorisationFactory(waiting=True)
    event = AuthorisationEventFactory(authorisation=entry, waiting=True)
    save(client, entry, event, name_as_printed="惠州市新果香农业有限公司")
    event.refresh_from_db()
    assert entry.entered_by == event.entered_by == registrar


def test_going_back_to_a_confirmed_version_waits_again(client, registrar):
    entry = AuthorisationFactory()
    old = form(entry)
    revision = entry.save_revision()
    save(client, entry, name_as_printed="惠州市新果香农业有限公司")
    client.post(url("revisions_revert", entry.pk, revision.pk), old)
    entry.refresh_from_db()
    assert entry.name_as_printed == old["name_as_printed"]
    assert entry.checked_by is None


def test_the_same_event_twice_is_explained(client, registrar):
    entry = AuthorisationFactory()
    rows = [{"kind": "cancelled", "on": "2026-01-01"}] * 2
    response = client.post(url("edit", entry.pk), form(entry, rows))
    assert response.status_code == 200
    assert response.context["form"].formsets["events"].non_form_errors()


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"notice": ""}, "notice"),
        ({"protection": ""}, "protection"),
        ({"lawful_kind": ""}, "lawful_kind"),
        ({"valid_from": "2026-02-01", "valid_until": "2026-01-01"}, "valid_until"),
        ({"valid_until": "2022-02-28"}, "valid_until"),
    ],
)
def test_each_mistake_stands_at_its_field(client, registrar, fields, name):
    assert name in client.post(url("add"), form(**fields)).context["form"].errors


def test_what_proves_a_confirmed_entry_cannot_be_changed(client, registrar):
    notice = AuthorisationFactory().notice
    data = {"number": "别的", "issued_on": "2020-01-01", "authority_zh": "别的", "title_zh": "题"}
    assert client.post(url("edit", notice.pk, model="notice"), data).status_code == 302
    same = Notice.objects.get(pk=notice.pk)
    assert (same.number, same.issued_on) == (notice.number, notice.issued_on)
    assert same.title_zh == "题"


def test_a_notice_without_confirmed_entries_can_be_changed(client, registrar):
    notice = AuthorisationFactory(waiting=True).notice
    data = {"number": "对的", "issued_on": "2020-01-01", "authority_zh": "国家知识产权局"}
    client.post(url("edit", notice.pk, model="notice"), data)
    assert Notice.objects.get(pk=notice.pk).number == "对的"


@pytest.mark.parametrize(
    ("role", "may"),
    [
        ("editor", False),
        ("trade officer", False),
        ("registrar", True),
        ("manager", True),
        ("administrator", True),
    ],
)
def test_role_enters_and_confirms(client, role, may):
    client.force_login(UserFactory(role=role))
    entry = AuthorisationFactory(waiting=True)
    forms = [url("add"), url("edit", entry.pk), url("add", model="notice")]
    assert {client.get(address).status_code == 200 for address in forms} == {may}
    client.post(
        f"{CONFIRM}?id={entry.pk}&next=/admin/",
        {"seen": f"{entry.pk}@{entry.changed_at.isoformat()}"},
    )
    entry.refresh_from_db()
    assert bool(entry.checked_by) == may


@pytest.mark.parametrize("role", ["editor", "trade officer"])
def test_role_looks_at_entries(client, role):
    client.force_login(UserFactory(role=role))
    entry = AuthorisationFactory()
    assert client.get(url("list")).status_code == 200
    assert client.get(url("inspect", entry.pk)).status_code == 200


def test_a_known_authority_gets_its_english_name():
    assert "China National" in NoticeFactory(authority_en="").authority_en
    assert NoticeFactory(authority_zh="惠州市某局", authority_en="").authority_en == ""
    assert NoticeFactory(authority_en="CNIPA").authority_en == "CNIPA"


def test_the_form_says_who_has_to_confirm(client, registrar):
    own = AuthorisationFactory(waiting=True, entered_by=registrar)
    others = AuthorisationFactory(waiting=True)
    assert CONFIRM not in client.get(url("edit", own.pk)).content.decode()
    assert CONFIRM in client.get(url("edit", others.pk)).content.decode()


WRONG_CODE = "91441322MA4UJ5QX3H"


def test_a_failing_code_is_kept_as_printed_with_a_warning(client, registrar):
    response = client.post(url("add"), form(credit_code_as_printed=WRONG_CODE))
    entry = Authorisation.objects.get()
    assert entry.credit_code_as_printed == WRONG_CODE
    warnings = [str(each) for each in get_messages(response.wsgi_request) if each.tags == "warning"]
    assert len(warnings) == 1
    assert "输错了" in warnings[0]
    assert "输错了" in client.get(url("edit", entry.pk)).content.decode()


def test_a_code_that_passes_brings_no_warning(client, registrar):
    entry = AuthorisationFactory()
    save(client, entry, note_zh="另")
    assert "输错了" not in client.get(url("edit", entry.pk)).content.decode()


@pytest.mark.parametrize(("link", "may"), [("", False), ("https://www.cnipa.gov.cn/475", True)])
def test_a_failing_code_is_confirmed_against_the_file_or_link(client, registrar, link, may):
    entry = AuthorisationFactory(waiting=True, credit_code_as_printed=WRONG_CODE, notice__url=link)
    page, _response = confirm(client, entry)
    assert entry.is_public is may
    assert page.context["unproven"] == ([] if may else [entry.pk])
    assert ("输错了" in page.content.decode()) is may
