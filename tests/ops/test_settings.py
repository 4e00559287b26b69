"""Settings read in processes of their own: they decide at import."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

COMPLETE = {
    "SECRET_KEY": "x" * 60,
    "ALLOWED_HOSTS": "gi.example.org",
    "DATABASE_URL": "sqlite:///x.sqlite3",
    "SITE_URL": "https://gi.example.org/",
}


def read(module, expression, tmp_path, **environment):
    """What the expression gives when the settings module has been read."""
    return subprocess.run(
        [sys.executable, "-c", f"from gi_site.settings import {module} as s; print({expression})"],
        env={"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path), **environment},
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("missing", COMPLETE)
def test_production_refuses_to_start_and_says_what_is_missing(missing, tmp_path):
    given = {name: value for name, value in COMPLETE.items() if name != missing}
    result = read("production", "1", tmp_path, **given)
    assert f"Set {missing} (see .env.example)." in result.stderr


def test_production_over_https_uses_secure_cookies_and_a_second_factor(tmp_path):
    expression = "s.SESSION_COOKIE_SECURE, s.SECURE_SSL_REDIRECT, s.STAFF_TWO_FACTOR, s.SITE_URL"
    result = read("production", expression, tmp_path, **COMPLETE)
    assert result.stdout.strip() == "True True True https://gi.example.org"


def test_a_trial_makes_its_key_once_for_its_owner_only(tmp_path):
    first, second = (read("trial", "s.SECRET_KEY", tmp_path).stdout for _ in range(2))
    assert first == second != ""
    assert (tmp_path / "secret_key").stat().st_mode & 0o077 == 0


def test_every_variable_is_documented(tmp_path):
    example = (settings.BASE_DIR / ".env.example").read_text()
    assert not {name for name in ("STAFF_TWO_FACTOR", *COMPLETE) if name not in example}
