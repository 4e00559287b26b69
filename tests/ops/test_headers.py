import pytest
from django.test import override_settings

pytestmark = [pytest.mark.urls("tests.ops.urls"), pytest.mark.django_db]


def policy(response):
    """The content policy as {directive: set of sources}."""
    directives = (part.split() for part in response["Content-Security-Policy"].split(";"))
    return {name: set(sources) for name, *sources in directives}


def test_public_pages_run_nothing_inline_and_nothing_foreign(client):
    rules = policy(client.get("/page/"))
    assert rules["default-src"] == {"'none'"}
    assert set().union(*rules.values()) == {"'none'", "'self'", "data:"}


def test_the_admin_may_run_inline_scripts_and_styles_but_nothing_foreign(client):
    rules = policy(client.get("/admin/page/"))
    assert rules["script-src"] == rules["style-src"] == {"'self'", "'unsafe-inline'"}
    assert set().union(*rules.values()) == {
        "'none'",
        "'self'",
        "'unsafe-inline'",
        "data:",
        "blob:",
    }


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "SAMEORIGIN"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ],
)
def test_every_page_has_the_security_headers(client, header, value):
    assert client.get("/page/")[header] == value


@pytest.mark.parametrize("feature", ["camera", "geolocation", "microphone", "payment"])
def test_unused_features_of_the_browser_are_off(client, feature):
    assert f"{feature}=()" in client.get("/page/")["Permissions-Policy"]


@override_settings(SECURE_SSL_REDIRECT=True, SECURE_HSTS_SECONDS=100)
def test_https_is_enforced(client):
    assert client.get("/page/")["Location"].startswith("https://")
    assert client.get("/page/", secure=True)["Strict-Transport-Security"] == "max-age=100"
