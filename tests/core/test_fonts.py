"""The display face holds what headings need, and stays small."""

import polib
import pytest
from django.conf import settings
from fontTools.ttLib import TTFont

from gi_site.core.headings import HAN, heading_characters
from gi_site.core.management.commands.subset_fonts import LIMITS, SOURCE, STYLES, unicode_ranges

FONTS = [settings.BASE_DIR / "static" / "fonts" / name for name in LIMITS]
CATALOGUE = settings.LOCALE_PATHS[0] / "zh_Hans" / "LC_MESSAGES" / "django.po"


def test_every_heading_character_the_face_has_is_in_its_subset():
    for font, characters in zip(FONTS, heading_characters(CATALOGUE), strict=True):
        wanted = {ord(char) for char in characters if HAN.match(char)}
        missing = wanted & set(TTFont(SOURCE).getBestCmap()) - set(TTFont(font).getBestCmap())
        assert not missing, "run manage.py subset_fonts: " + "".join(map(chr, sorted(missing)))


def test_the_second_subset_is_asked_for_its_own_characters_only():
    _first, more = heading_characters(CATALOGUE)
    assert f"unicode-range: {unicode_ranges(more)};" in STYLES.read_text("utf-8")


def test_each_subset_keeps_to_its_limit():
    assert all(font.stat().st_size <= LIMITS[font.name] for font in FONTS)


def test_licence_lies_beside_the_font():
    assert "SIL Open Font License" in FONTS[0].with_name("display-LICENSE.txt").read_text("utf-8")


@pytest.fixture
def catalogue(tmp_path):
    messages = polib.POFile()
    messages.append(polib.POEntry(msgid="This page is not here", msgstr="鼎"))
    messages.save(tmp_path / "django.po")
    return tmp_path / "django.po"


def test_translated_headings_of_templates_are_counted(catalogue):
    first, _more = heading_characters(catalogue)
    assert "鼎" in first


def test_product_names_are_counted(tmp_path):
    first, _more = heading_characters(tmp_path / "none.po")
    assert set("镇隆荔枝") <= first


def test_headings_of_sections_on_product_pages_are_in_the_first_subset():
    first, _more = heading_characters(CATALOGUE)
    assert set("贸易资料包") <= first


def test_verses_and_quotations_are_counted(tmp_path):
    first, more = heading_characters(tmp_path / "none.po")
    assert set("不辞长作岭南人") <= first | more
