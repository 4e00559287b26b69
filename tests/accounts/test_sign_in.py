import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.core.management import CommandError, call_command
from django.test import override_settings
from django.urls import path, reverse
from django.views.generic import TemplateView

from gi_site.accounts.checks import sign_in_has_one_door
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
ADMIN = "/admin/"


@pytest.fixture(autouse=True)
def _two_factor(settings):
    settings.STAFF_TWO_FACTOR = True


@pytest.fixture
def editor():
    return UserFactory(role="editor", username="wang")


@pytest.fixture
def enrolled(editor):
    totp.TOTP.activate(editor, totp.generate_totp_secret())
    RecoveryCodes.activate(editor)
    return editor


def sign_in(client, password="password", **data):
    return client.post(
        reverse("account_login"), {"login": "wang", "password": password, **data}, follow=True
    )


def code_for(secret):
    """The code an authenticator app shows now."""
    counter = next(totp.yield_hotp_counters_from_time())
    return totp.format_hotp_value(totp.hotp_value(secret, counter))


def code_of(user):
    return code_for(Authenticator.objects.get(user=user, type="totp").data["secret"])


@pytest.mark.parametrize("address", ["/admin/login/", "/_util/login/"])
def test_wagtails_own_sign_in_leads_to_ours(client, address):
    response = client.get(address, {"next": "/admin/pages/"})
    assert response["Location"] == "/staff/login/?next=%2Fadmin%2Fpages%2F"


def test_a_password_posted_to_wagtails_sign_in_opens_nothing(client, editor):
    client.post("/admin/login/", {"username": "wang", "password": "password"}, follow=True)
    assert client.get(ADMIN).status_code == 302


def test_the_admin_sends_strangers_to_the_sign_in(client):
    assert client.get(ADMIN)["Location"] == "/staff/login/?next=/admin/"


def test_staff_without_second_factor_are_sent_to_enrol(client, editor):
    response = sign_in(client)
    assert response.request["PATH_INFO"] == reverse("mfa_activate_totp")
    assert client.get(ADMIN).status_code == 302


def test_enrolment_opens_the_admin(client, editor, django_capture_on_commit_callbacks):
    page = sign_in(client)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("mfa_activate_totp"), {"code": code_for(page.context["form"].secret)})
    assert client.get(reverse("mfa_view_recovery_codes")).status_code == 200
    assert client.get(ADMIN).status_code == 200


def test_the_password_alone_asks_for_the_code(client, enrolled):
    response = sign_in(client)
    assert response.request["PATH_INFO"] == reverse("mfa_authenticate")
    assert client.get(ADMIN).status_code == 302


def test_password_and_code_open_the_admin(client, enrolled):
    sign_in(client)
    client.post(reverse("mfa_authenticate"), {"code": code_of(enrolled)})
    assert client.get(ADMIN).status_code == 200


def test_a_recovery_code_opens_the_admin(client, enrolled):
    sign_in(client)
    codes = Authenticator.objects.get(user=enrolled, type="recovery_codes").wrap()
    client.post(reverse("mfa_authenticate"), {"code": codes.get_unused_codes()[0]})
    assert client.get(ADMIN).status_code == 200


def test_a_session_begun_elsewhere_must_give_the_code(client, enrolled):
    client.force_login(enrolled)
    expected = reverse("mfa_reauthenticate") + "?next=/admin/"
    assert client.get(ADMIN)["Location"] == expected
    client.post(expected, {"code": code_of(enrolled)})
    assert client.get(ADMIN).status_code == 200


def test_the_second_factor_cannot_be_removed_with_a_password_alone(client, enrolled):
    client.force_login(enrolled)
    client.post(reverse("mfa_deactivate_totp"))
    assert Authenticator.objects.filter(user=enrolled, type="totp").exists()


def test_without_the_setting_the_password_is_enough(client, editor, settings):
    settings.STAFF_TWO_FACTOR = False
    sign_in(client)
    assert client.get(ADMIN).status_code == 200


def test_staff_can_always_sign_out(client, enrolled):
    client.force_login(enrolled)
    client.post(reverse("wagtailadmin_logout"))
    assert "_auth_user_id" not in client.session


def test_after_ten_wrong_passwords_the_right_one_is_refused_too(client, editor):
    for _ in range(10):
        sign_in(client, password="wrong")
    sign_in(client)
    assert "_auth_user_id" not in client.session


def test_nobody_signs_up(client):
    client.post(
        reverse("account_signup"),
        {"username": "x", "password1": "Long-enough-1", "password2": "Long-enough-1"},
    )
    assert not type(UserFactory.build()).objects.exists()


def test_the_sign_in_is_neither_stored_nor_indexed(client):
    response = client.get(reverse("account_login"))
    assert "X-Page-Cache" not in response
    assert 'content="noindex"' in response.text
    assert "<script>" not in response.text


@pytest.mark.parametrize("name", ["account_login", "account_reset_password", "account_signup"])
def test_the_pages_are_in_the_sites_look(client, name):
    assert "site-header" in client.get(reverse(name)).text


@pytest.mark.parametrize("name", ["mfa_index", "mfa_view_recovery_codes", "account_reauthenticate"])
def test_the_pages_of_the_second_factor_open(client, enrolled, settings, name):
    settings.STAFF_TWO_FACTOR = False
    sign_in(client)
    client.post(reverse("mfa_authenticate"), {"code": code_of(enrolled)})
    response = client.get(reverse(name))
    assert response.status_code in (200, 302)


def test_a_lost_second_factor_can_be_forgotten(enrolled):
    call_command("reset_second_factor", "wang")
    assert not Authenticator.objects.filter(user=enrolled).exists()


def test_forgetting_names_an_unknown_user():
    with pytest.raises(CommandError, match="nobody"):
        call_command("reset_second_factor", "nobody")


def test_the_check_is_silent_when_the_sign_in_has_one_door():
    assert sign_in_has_one_door(None) == []


open_door = TemplateView.as_view()
urlpatterns = [
    path("admin/login/", open_door, name="wagtailadmin_login"),
    path("_util/login/", open_door, name="wagtailcore_login"),
]


@override_settings(ROOT_URLCONF=__name__)
def test_the_check_fails_when_wagtails_sign_in_is_reachable():
    errors = sign_in_has_one_door(None)
    assert [error.id for error in errors] == ["accounts.E001", "accounts.E001"]
