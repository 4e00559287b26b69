"""`manage.py subset_pdf_font`: the faces of the trade packs, cut down to what they may print."""

import logging
from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from gi_site.core.headings import heading_characters
from gi_site.core.management.commands.subset_fonts import subset as subset_face
from home.trade_pack.pdf import DISPLAY_FACE, TEXT_FACE

LIMIT = 1_300_000
# Debian's fonts-noto-cjk; the face with the forms of mainland China.
FACE = "Noto Sans CJK SC"
# Latin with the tone marks of pinyin, punctuation of both scripts, arrows, units, list marks.
RANGES = [
    (0x20, 0x7E),
    (0xA0, 0x17F),
    (0x1CD, 0x1DC),
    (0x2010, 0x2027),
    (0x2030, 0x203A),
    (0x2103, 0x2103),
    (0x2190, 0x2193),
    (0x2260, 0x2265),
    (0x2460, 0x2473),
    (0x25A0, 0x25CF),
    (0x3000, 0x3017),
    (0xFF01, 0xFF5E),
]
# Frequent in names of firms and places, younger than GB 2312.
IN_NAMES = "喆堃垚昇祎玥珺煊焜烜炘琋瑄瑀璟镕锴铖骉翀赟彧晟玙祐輋焗塱埗墟冚氹"


def wanted_characters() -> set[int]:
    """Both levels of GB 2312 (6763 characters), the above, and what the content files hold."""
    codes = {code for first, last in RANGES for code in range(first, last + 1)}
    codes.update(map(ord, IN_NAMES))
    for path in settings.BASE_DIR.glob("*/**/content/**/*.yaml"):
        codes.update(ord(char) for char in path.read_text("utf-8") if char.isprintable())
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                codes.add(ord(bytes([row, cell]).decode("gb2312")))
            except UnicodeDecodeError:
                continue
    return codes


def subset(source: Path, face: str) -> bytes:
    """The face with only the wanted characters, as WOFF2. Raises `CommandError` if not there."""
    from fontTools import subset as tool  # a development tool, not needed to serve the site
    from fontTools.ttLib import TTCollection

    logging.getLogger("fontTools").setLevel(logging.WARNING)
    font = next(
        (font for font in TTCollection(source).fonts if font["name"].getDebugName(1) == face), None
    )
    if font is None:
        raise CommandError(f"{source} has no face {face}.")
    options = tool.Options(flavor="woff2", hinting=False, layout_features=["kern"])
    worker = tool.Subsetter(options)
    worker.populate(unicodes=wanted_characters())
    worker.subset(font)
    out = BytesIO()
    tool.save_font(font, out, options)
    return out.getvalue()


def headings() -> bytes:
    """The display face of the site with what headings use, as plain TrueType."""
    from fontTools.ttLib import TTFont

    catalogue = settings.LOCALE_PATHS[0] / "zh_Hans" / "LC_MESSAGES" / "django.po"
    data = BytesIO(subset_face(set().union(*heading_characters(catalogue))))
    font = TTFont(data)
    font.flavor = None
    out = BytesIO()
    font.save(out)
    return out.getvalue()


class Command(BaseCommand):
    help = (
        "Write the faces of the trade packs: the display face with the characters of headings,"
        " and, given NotoSansCJK-Regular.ttc of the Debian package fonts-noto-cjk, the text face."
    )

    def add_arguments(self, parser):
        parser.add_argument("collection", type=Path, nargs="?")

    def handle(self, *args, **options):
        self._write(DISPLAY_FACE, headings())
        if options["collection"]:
            self._write(TEXT_FACE, subset(options["collection"], FACE))

    def _write(self, path: Path, data: bytes):
        if len(data) > LIMIT:
            raise CommandError(f"{path.name} has {len(data)} bytes, more than {LIMIT}.")
        path.write_bytes(data)
        self.stdout.write(f"{path.name}: {len(data)} bytes")
