"""`manage.py subset_fonts`: the display face, cut down to the characters headings use.

In two files: what the catalogue's pages need is loaded by every page, the rest only where one of
its characters stands in a heading (`unicode-range`).
"""

import logging
from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from gi_site.core.headings import HAN, heading_characters

SOURCE = Path(__file__).resolve().parents[2] / "display" / "zcool-xiaowei.woff2"
LICENCE = SOURCE.with_name("LICENSE.txt")
LIMITS = {"display.woff2": 96_000, "display-more.woff2": 96_000}
STYLES = settings.BASE_DIR / "static" / "css" / "tokens.css"
MARK = "/* Below: written by manage.py subset_fonts. */\n"
FACE = """
@font-face {{
  font-family: "Huizhou Display";
  src: url("../fonts/{name}") format("woff2");
  font-display: swap;
  unicode-range: {ranges};
}}
"""


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


def unicode_ranges(characters: set[str]) -> str:
    """`characters` as the value of `unicode-range`, neighbours joined."""
    spans = []
    for code in sorted(map(ord, characters)):
        if spans and code == spans[-1][1] + 1:
            spans[-1][1] = code
        else:
            spans.append([code, code])
    return ", ".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in spans)


class Command(BaseCommand):
    help = "Write static/fonts/display*.woff2 with the characters that headings use."

    def handle(self, *args, **options):
        catalogue = settings.LOCALE_PATHS[0] / "zh_Hans" / "LC_MESSAGES" / "django.po"
        folder = settings.BASE_DIR / "static" / "fonts"
        folder.mkdir(exist_ok=True)
        first, more = heading_characters(catalogue)
        for (name, limit), characters in zip(LIMITS.items(), (first, more), strict=True):
            data = subset(characters)
            if len(data) > limit:
                raise CommandError(f"{name} has {len(data)} bytes, more than {limit}.")
            (folder / name).write_bytes(data)
            han = sum(bool(HAN.match(char)) for char in characters)
            self.stdout.write(f"{name}: {len(characters)} characters ({han} Chinese)")
        (folder / "display-LICENSE.txt").write_text(LICENCE.read_text("utf-8"), "utf-8")
        # Declared last, so that it is asked first, for its own characters alone.
        kept, mark, _written = STYLES.read_text("utf-8").partition(MARK)
        face = FACE.format(name="display-more.woff2", ranges=unicode_ranges(more))
        STYLES.write_text(kept + mark + face, "utf-8")
