"""`manage.py subset_fonts`: the display face, cut down to the characters headings use."""

import logging
from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from gi_site.core.headings import HAN, heading_characters

SOURCE = Path(__file__).resolve().parents[2] / "display" / "zcool-xiaowei.woff2"
LICENCE = SOURCE.with_name("LICENSE.txt")
LIMIT = 96_000


def subset(characters: set[str]) -> bytes:
    """The display face with only `characters`, as WOFF2."""
    from fontTools import subset as tool  # a development tool, not needed to serve the site

    logging.getLogger("fontTools").setLevel(logging.WARNING)
    options = tool.Options(flavor="woff2", hinting=False, layout_features=["kern", "palt"])
    font = tool.load_font(SOURCE, options)
    worker = tool.Subsetter(options)
    worker.populate(unicodes=[ord(char) for char in characters])
    worker.subset(font)
    out = BytesIO()
    tool.save_font(font, out, options)
    return out.getvalue()


class Command(BaseCommand):
    help = "Write static/fonts/display.woff2 with the characters that headings use."

    def handle(self, *args, **options):
        characters = heading_characters(
            settings.LOCALE_PATHS[0] / "zh_Hans" / "LC_MESSAGES" / "django.po"
        )
        data = subset(characters)
        if len(data) > LIMIT:
            raise CommandError(f"The font has {len(data)} bytes, more than {LIMIT}.")
        folder = settings.BASE_DIR / "static" / "fonts"
        folder.mkdir(exist_ok=True)
        (folder / "display.woff2").write_bytes(data)
        (folder / "display-LICENSE.txt").write_text(LICENCE.read_text("utf-8"), "utf-8")
        han = sum(bool(HAN.match(char)) for char in characters)
        self.stdout.write(f"{len(characters)} characters ({han} Chinese), {len(data)} bytes")
