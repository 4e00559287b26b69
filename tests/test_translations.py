"""Every text of the interface exists in Chinese."""

import shutil
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.core.management import call_command

LOCALE = Path(settings.LOCALE_PATHS[0])
# makemessages would write into any folder named locale that it meets, not only into the given one.
IGNORED = ["gi_site/locale", ".venv/*", "var/*", "tests/*", "static_collected/*", "static/*"]


@pytest.fixture
def chinese():
    return polib.pofile(str(LOCALE / "zh_Hans" / "LC_MESSAGES" / "django.po"))


def test_no_entry_is_empty(chinese):
    assert [entry.msgid for entry in chinese.untranslated_entries()] == []


def test_no_entry_is_fuzzy(chinese):
    assert [entry.msgid for entry in chinese.fuzzy_entries()] == []


@pytest.mark.skipif(not shutil.which("xgettext"), reason="needs gettext")
def test_every_text_of_the_code_has_an_entry(chinese, settings, tmp_path, monkeypatch):
    settings.LOCALE_PATHS = [str(tmp_path)]
    monkeypatch.chdir(settings.BASE_DIR)
    call_command("makemessages", locale=["zh_Hans"], ignore_patterns=IGNORED, verbosity=0)
    fresh = polib.pofile(str(tmp_path / "zh_Hans" / "LC_MESSAGES" / "django.po"))
    known = {(entry.msgctxt, entry.msgid) for entry in chinese if not entry.obsolete}
    wanted = {(entry.msgctxt, entry.msgid) for entry in fresh}
    assert wanted - known == set()
