"""The display face holds what headings need, and stays small."""

import polib
import pytest
from django.conf import settings
from fontTools.ttLib import TTFont

from gi_site.core.headings import HAN, heading_characters
from gi_site.core.management.commands.subset_fonts import SOURCE

FONT = settings.BASE_DIR / "static" / "fonts" / "display.woff2"
CATALOGUE = settings.LOCALE_PATHS[0] / "zh_Hans" / "LC_MESSAGES" / "django.po"


def test_every_heading_character_the_face_has_is_in_the_subset():
    wanted = {ord(char) for char in heading_characters(CATALOGUE) if HAN.match(char)}
    missing = wanted & set(TTFont(SOURCE).getBestCmap()) - set(TTFont(FONT).getBestCmap())
    assert not missing, "run manage.py subset_fonts: " + "".join(map(chr, sorted(missing)))


def test_the_subset_is_at_most_96_kilobytes():
    assert FONT.stat().st_size <= 96_000


def test_licence_lies_beside_the_font():
    assert "SIL Open Font License" in FONT.with_name("display-LICENSE.txt").read_text("utf-8")


@pytest.fixture
def catalogue(tmp_path):
    messages = polib.POFile()
    messages.append(polib.POEntry(msgid="This page is not here", msgstr="鼎"))
    messages.save(tmp_path / "django.po")
    return tmp_path / "django.po"


def test_translated_headings_of_templates_are_counted(catalogue):
    assert "鼎" in heading_characters(catalogue)


def test_product_names_are_counted(tmp_path):
    assert set("镇隆荔枝") <= heading_characters(tmp_path / "none.po")
