"""The faces of the PDF have every character that the content needs."""

import re

from django.conf import settings
from fontTools.ttLib import TTFont

from home.trade_pack.pdf import DISPLAY_FACE, TEXT_FACE

LIMIT = 1_300_000


def characters_of(pattern):
    return set().union(*(path.read_text("utf-8") for path in settings.BASE_DIR.glob(pattern)))


def test_the_text_face_has_all_characters_of_the_content():
    known = set(TTFont(TEXT_FACE).getBestCmap())
    content = characters_of("products/*/content/**/*.yaml") | characters_of(
        "gi_site/locale/**/django.po"
    )
    missing = {char for char in content if char.isprintable() and ord(char) not in known}
    assert missing == set()


def test_the_display_face_has_the_headings_of_the_pack():
    known = set(TTFont(DISPLAY_FACE).getBestCmap())
    names = re.findall(
        r"^name:\n  zh: (\S+)",
        "".join(
            path.read_text("utf-8")
            for path in settings.BASE_DIR.glob("products/catalogue/content/products/*.yaml")
        ),
        re.M,
    )
    assert len(names) > 15
    assert {char for name in names for char in name if ord(char) not in known} == set()


def test_the_faces_are_small_and_licensed():
    assert TEXT_FACE.stat().st_size <= LIMIT
    assert "SIL OPEN FONT LICENSE" in TEXT_FACE.with_name("LICENSE.txt").read_text("utf-8")
