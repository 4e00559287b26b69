"""Who may do what with reports of misuse."""

import pytest
from django.urls import reverse

from home.protect.enums import EventKind
from tests.factories import UserFactory
from tests.protect.factories import ReportFactory, photo_of

pytestmark = pytest.mark.django_db
KEEPERS = {"trade officer", "manager", "administrator"}
MAY_EXPORT = {"manager", "administrator"}
ROLES = ["editor", "registrar", *sorted(KEEPERS)]


@pytest.fixture
def report():
    return ReportFactory()


def is_let_in(response):
    """Wagtail sends others back to its home page."""
    return response.status_code == 200


@pytest.mark.parametrize("role", ROLES)
def test_reports_are_for_those_who_work_on_them(client, report, role):
    may = role in KEEPERS
    photo = photo_of(report)
    client.force_login(UserFactory(role=role))
    for url in (
        reverse("reports:index"),
        reverse("reports:inspect", args=[report.pk]),
        reverse("reports:photo", args=[report.pk, photo.pk]),
        reverse("report_erasures:index"),
    ):
        assert is_let_in(client.get(url)) == may, url
    assert ("reports-to-do" in client.get("/admin/").text) == may
    client.post(reverse("reports:step", args=[report.pk, "take"]))
    report.refresh_from_db()
    assert bool(report.looked_at) == may
    exported = client.get(reverse("reports:index"), {"export": "csv"})
    assert is_let_in(exported) == (role in MAY_EXPORT)
    for action in ("new/", f"edit/{report.pk}/", f"delete/{report.pk}/"):
        assert not is_let_in(client.get(f"/admin/reports/{action}")), action


def test_who_may_not_see_personal_data_sees_the_rest(client, report):
    user = UserFactory(role="trade officer")
    permissions = user.groups.get().permissions
    permissions.remove(*permissions.filter(codename="view_personal_data"))
    client.force_login(user)
    photo = photo_of(report)
    text = client.get(reverse("reports:inspect", args=[report.pk])).text
    assert report.reference in text
    for secret in ("Miller", "Stall 7", "no code on it", report.contact, "/photos/"):
        assert secret not in text
    assert not is_let_in(client.get(reverse("reports:photo", args=[report.pk, photo.pk])))
    assert not report.events.filter(kind=EventKind.VIEWED).exists()
