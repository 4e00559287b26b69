"""`manage.py make_icons`: the moon seal as favicon, touch icon, manifest icons, sharing picture."""

import json
import math
from io import BytesIO

from django.conf import settings
from django.core.management.base import BaseCommand
from PIL import Image, ImageDraw, ImageFont

from .subset_fonts import SOURCE

CINNABAR, CREAM, PAPER, INK, OCHRE = "#c41c38", "#fff6e2", "#f6ecd8", "#1d1a3a", "#f2a900"
CHARACTER = "惠"
STITCHES = 24  # one for each half-month, as in the season ring


def glyph_path(character: str, size: float, centre: float) -> str:
    """SVG path of `character`, `size` high, centred on (`centre`, `centre`)."""
    from fontTools.pens.boundsPen import BoundsPen
    from fontTools.pens.svgPathPen import SVGPathPen
    from fontTools.pens.transformPen import TransformPen
    from fontTools.ttLib import TTFont

    glyphs = TTFont(SOURCE).getGlyphSet()
    glyph = glyphs[TTFont(SOURCE).getBestCmap()[ord(character)]]
    bounds = BoundsPen(glyphs)
    glyph.draw(bounds)
    left, bottom, right, top = bounds.bounds
    scale = size / (top - bottom)
    pen = SVGPathPen(glyphs, ntos=lambda number: f"{number:.1f}".removesuffix(".0"))
    shift_x, shift_y = centre - scale * (left + right) / 2, centre + scale * (top + bottom) / 2
    glyph.draw(TransformPen(pen, (scale, 0, 0, -scale, shift_x, shift_y)))
    return pen.getCommands()


def seal_svg() -> str:
    """The seal: a cinnabar moon with a stitched ring and the city's character."""
    dash = 2 * math.pi * 43 / STITCHES
    path = glyph_path(CHARACTER, 50, 50)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
        f'<circle cx="50" cy="50" r="49" fill="{CINNABAR}"/>'
        f'<circle cx="50" cy="50" r="43" fill="none" stroke="{CREAM}" stroke-width="3"'
        f' stroke-dasharray="{dash * 0.6:.2f} {dash * 0.4:.2f}"/>'
        f'<path d="{path}" fill="{CREAM}" stroke="{CREAM}" stroke-width="1.6"/></svg>\n'
    )


def _face(size: int) -> ImageFont.FreeTypeFont:
    from fontTools.ttLib import TTFont

    font, data = TTFont(SOURCE), BytesIO()
    font.flavor = None
    font.save(data)
    data.seek(0)
    return ImageFont.truetype(data, size)


def seal(size: int, ground: str | None = None, share: float = 1.0) -> Image.Image:
    """The seal in pixels; on a `ground` it fills `share` of the square."""
    big = size * 4
    image = Image.new("RGBA", (big, big), ground or (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    centre, radius = big / 2, big * share * 0.49

    def circle(at):
        return [centre - at, centre - at, centre + at, centre + at]

    draw.ellipse(circle(radius), fill=CINNABAR)
    for number in range(STITCHES):
        start = number * 360 / STITCHES
        draw.arc(circle(radius * 0.89), start, start + 9, fill=CREAM, width=round(radius * 0.06))
    draw.text(
        (centre, centre),
        CHARACTER,
        font=_face(round(radius * 1.12)),
        fill=CREAM,
        anchor="mm",
        stroke_width=round(radius * 0.02),
        stroke_fill=CREAM,
    )
    return image.resize((size, size), Image.Resampling.LANCZOS)


def sharing_picture() -> Image.Image:
    """What is shown when a page without a picture of its own is shared: 1200 x 630."""
    image = Image.new("RGB", (1200, 630), PAPER)
    draw = ImageDraw.Draw(image)
    for left in range(0, 1200, 40):
        draw.rectangle([left, 594, left + 25, 600], fill=CINNABAR)
    stamp = seal(300)
    image.paste(stamp, (90, 150), stamp)
    draw.text((450, 205), "惠州地理标志", font=_face(108), fill=INK, stroke_width=2)
    draw.text((454, 350), "Geographical Indications", font=_face(56), fill=INK, stroke_width=1)
    draw.text((454, 418), "of Huizhou", font=_face(56), fill=INK, stroke_width=1)
    return image


class Command(BaseCommand):
    help = "Write favicon, touch icon, manifest with its icons and the sharing picture."

    def handle(self, *args, **options):
        folder = settings.BASE_DIR / "static" / "icons"
        (folder / "favicon.svg").write_text(seal_svg(), "utf-8")
        seal(48).save(folder / "favicon.ico", sizes=[(16, 16), (32, 32), (48, 48)])
        seal(180, PAPER, 0.86).save(folder / "apple-touch-icon.png", optimize=True)
        seal(192).save(folder / "icon-192.png", optimize=True)
        seal(512).save(folder / "icon-512.png", optimize=True)
        seal(512, PAPER, 0.72).save(folder / "icon-maskable.png", optimize=True)
        sharing_picture().save(folder / "share.png", optimize=True)
        self.stdout.write(json.dumps(sorted(path.name for path in folder.iterdir())))
