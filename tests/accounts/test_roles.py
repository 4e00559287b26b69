import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.documents.permissions import permission_policy as document_policy
from wagtail.images.permissions import permission_policy as image_policy

from gi_site.accounts.roles import ROLES, sync_roles
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
STAFF = list(ROLES)


def test_a_fresh_database_has_the_five_roles_and_no_other_group():
    assert set(Group.objects.values_list("name", flat=True)) == {
        "editor",
        "registrar",
        "trade officer",
        "manager",
        "administrator",
    }


@pytest.mark.parametrize("role", STAFF)
def test_every_role_reaches_the_admin(client, role):
    client.force_login(UserFactory(role=role))
    assert client.get(reverse("wagtailadmin_home")).status_code == 200


def test_nobody_reaches_the_admin_without_a_role(client):
    client.force_login(UserFactory())
    assert client.get(reverse("wagtailadmin_home")).status_code == 302


RIGHTS = {
    "catalogue.change_giproduct": {"editor", "manager", "administrator"},
    "catalogue.delete_giproduct": {"manager", "administrator"},
    "catalogue.view_giproduct": {*STAFF},
    "catalogue.change_protection": {"registrar", "manager", "administrator"},
    "catalogue.change_specification": {"registrar", "manager", "administrator"},
    "catalogue.change_source": {"editor", "registrar", "manager", "administrator"},
    "catalogue.change_category": {"editor", "manager", "administrator"},
    "catalogue.change_district": {"manager", "administrator"},
    "catalogue.view_district": {"editor", "registrar", "manager", "administrator"},
    "knowledge.change_term": {"editor", "manager", "administrator"},
    "knowledge.delete_quizquestion": {"editor", "manager", "administrator"},
    "producers.change_producer": {"registrar", "manager", "administrator"},
    "producers.view_producer": {*STAFF},
    "registry.change_authorisation": {"registrar", "manager", "administrator"},
    "registry.delete_authorisation": {"manager", "administrator"},
    "registry.view_authorisation": {*STAFF},
    "registry.add_notice": {"registrar", "manager", "administrator"},
    "registry.add_importbatch": {"registrar", "manager", "administrator"},
    "core.change_sitesettings": {"manager", "administrator"},
    "ops.view_outgoingmail": {"manager", "administrator"},
    "wagtailredirects.add_redirect": {"manager", "administrator"},
    "wagtailcore.change_workflow": {"manager", "administrator"},
    "wagtail_localize.submit_translation": {"editor", "manager", "administrator"},
    "inquiries.change_inquiry": {"trade officer", "manager", "administrator"},
    "inquiries.view_personal_data": {"trade officer", "manager", "administrator"},
    "inquiries.export_inquiries": {"manager", "administrator"},
    "inquiries.oversee_inquiries": {"manager", "administrator"},
    "inquiries.delete_inquiry": {"administrator"},
    "protect.change_report": {"trade officer", "manager", "administrator"},
    "protect.view_personal_data": {"trade officer", "manager", "administrator"},
    "protect.export_reports": {"manager", "administrator"},
    "protect.delete_report": {"administrator"},
    "protect.view_erasure": {"trade officer", "manager", "administrator"},
    "accounts.change_user": {"administrator"},
    "auth.change_group": {"administrator"},
    "wagtailcore.change_locale": {"administrator"},
}


@pytest.mark.parametrize(("right", "roles"), RIGHTS.items())
def test_a_right_belongs_to_exactly_these_roles(right, roles):
    assert {role for role in STAFF if UserFactory(role=role).has_perm(right)} == roles


@pytest.mark.parametrize(
    ("question", "roles"),
    [
        ("can_edit", {"editor", "manager", "administrator"}),
        ("can_publish", {"editor", "manager", "administrator"}),
        ("can_lock", {"editor", "manager", "administrator"}),
        ("can_delete", {"editor", "manager", "administrator"}),
    ],
)
def test_pages_are_for_editors_and_above(tree, question, roles):
    page = tree.finder
    asked = {role: page.permissions_for_user(UserFactory(role=role)) for role in STAFF}
    assert {role for role, rights in asked.items() if getattr(rights, question)()} == roles


@pytest.mark.parametrize("policy", [image_policy, document_policy], ids=["images", "documents"])
@pytest.mark.parametrize(
    ("action", "roles"),
    [
        ("add", {"editor", "registrar", "manager", "administrator"}),
        ("choose", {"editor", "registrar", "manager", "administrator"}),
        ("change", {"editor", "manager", "administrator"}),
        ("delete", {"manager", "administrator"}),
    ],
)
def test_files_are_for_those_who_need_them(policy, action, roles):
    # Who may add may also change and delete what is their own; asked here is everybody's.
    everybodys = {role for role in STAFF if policy._check_perm(UserFactory(role=role), [action])}
    assert everybodys == roles


def test_rights_given_by_hand_stay():
    group = Group.objects.get(name="trade officer")
    extra = Group.objects.get(name="manager").permissions.get(codename="change_sitesettings")
    group.permissions.add(extra)
    sync_roles()
    assert extra in group.permissions.all()


def test_rights_come_back_after_a_migration():
    group = Group.objects.get(name="editor")
    group.permissions.clear()
    sync_roles()
    assert group.permissions.filter(codename="change_giproduct").exists()
