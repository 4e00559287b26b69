"""Who may do what with inquiries."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from products.inquiries.enums import EventKind
from products.inquiries.models import Attachment
from tests.factories import UserFactory
from tests.inquiries.factories import InquiryFactory

pytestmark = pytest.mark.django_db
KEEPERS = {"trade officer", "manager", "administrator"}
MAY_EXPORT = {"manager", "administrator"}
ROLES = ["editor", "registrar", *sorted(KEEPERS)]
is_kept = pytest.mark.parametrize(
    ("role", "may"), [(role, role in KEEPERS) for role in ROLES], ids=ROLES
)


def is_let_in(response):
    """Wagtail sends others back to its home page."""
    return response.status_code == 200


@pytest.fixture
def inquiry():
    return InquiryFactory(buyer_name="Ms Miller", message="call me")


@is_kept
def test_the_inbox_is_for_those_who_work_on_inquiries(client, inquiry, role, may):
    client.force_login(UserFactory(role=role))
    assert is_let_in(client.get("/admin/inquiries/")) == may
    assert is_let_in(client.get(reverse("inquiries:inspect", args=[inquiry.pk]))) == may


@is_kept
def test_steps_are_for_those_who_work_on_inquiries(client, inquiry, role, may):
    client.force_login(UserFactory(role=role))
    client.post(reverse("inquiries:step", args=[inquiry.pk, "spam"]))
    inquiry.refresh_from_db()
    assert bool(inquiry.spam_at) == may


@is_kept
def test_files_are_for_those_who_may_know_the_buyer(client, inquiry, role, may):
    client.force_login(UserFactory(role=role))
    attachment = Attachment.objects.create(
        inquiry=inquiry, file=ContentFile(b"x", "a.pdf"), name="a.pdf", size=1
    )
    url = reverse("inquiries:file", args=[inquiry.pk, attachment.pk])
    assert is_let_in(client.get(url)) == may


@is_kept
def test_answer_templates_are_kept_by_those_who_use_them(client, role, may):
    client.force_login(UserFactory(role=role))
    assert is_let_in(client.get("/admin/answer_templates/new/")) == may


@is_kept
def test_the_panel_and_the_statistics_are_for_them_too(client, role, may):
    client.force_login(UserFactory(role=role))
    assert ("inquiries-to-do" in client.get("/admin/").text) == may
    assert is_let_in(client.get(reverse("inquiry_statistics"))) == may


@pytest.mark.parametrize("role", ROLES)
def test_the_export_is_for_the_manager(client, inquiry, role):
    client.force_login(UserFactory(role=role))
    response = client.get("/admin/inquiries/", {"export": "csv"})
    assert is_let_in(response) == (role in MAY_EXPORT)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("action", ["new/", "edit/1/", "delete/1/"])
def test_nobody_writes_or_deletes_an_inquiry_by_hand(client, inquiry, role, action):
    client.force_login(UserFactory(role=role))
    assert not is_let_in(client.get(f"/admin/inquiries/{action.replace('1', str(inquiry.pk))}"))


def test_who_may_not_know_the_buyer_sees_the_rest(client, inquiry):
    user = UserFactory(role="trade officer")
    user.groups.get().permissions.remove(
        *user.groups.get().permissions.filter(
            codename="view_personal_data", content_type__app_label="inquiries"
        )
    )
    client.force_login(user)
    text = client.get(reverse("inquiries:inspect", args=[inquiry.pk])).text
    assert inquiry.reference in text
    assert not any(secret in text for secret in ("Miller", "call me", inquiry.contact))
    assert not inquiry.events.filter(kind=EventKind.VIEWED).exists()
