"""Draw the plates: ``python -m products.catalogue.art [slug ...]`` writes svg/ and raster/ (needs resvg_py and Pillow)."""

import importlib
import io
import pathlib
import sys

from .frame import wide

HERE = pathlib.Path(__file__).parent
SVG_LIMIT, RASTER_LIMIT = 400_000, 350_000


def slugs():
    """All plates of the repository."""
    return sorted(p.stem.replace("_", "-") for p in (HERE / "plates").glob("[!_]*.py"))


def raster(svg, width):
    """A Pillow image of an SVG text; resvg is asked for only here."""
    import resvg_py
    from PIL import Image

    png = bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width, skip_system_fonts=True))
    return Image.open(io.BytesIO(png))


def webp(image):
    """WebP bytes of the best quality that fits the limit."""
    for quality in (92, 88, 84, 80, 74, 68, 60):
        out = io.BytesIO()
        image.save(out, "WEBP", quality=quality, alpha_quality=100, method=6)
        if out.tell() <= RASTER_LIMIT:
            break
    return out.getvalue()


def draw(slug):
    """Write the three files of one plate."""
    module = importlib.import_module(f"{__package__}.plates.{slug.replace('-', '_')}")
    svg = module.draw()
    size = len(svg.encode())
    if size > SVG_LIMIT:
        raise SystemExit(f"{slug}: the SVG has {size} bytes, more than {SVG_LIMIT}")
    (HERE / "svg").mkdir(exist_ok=True)
    (HERE / "raster").mkdir(exist_ok=True)
    (HERE / "svg" / f"{slug}.svg").write_text(svg, encoding="utf-8")
    big = webp(raster(svg, 1600))
    share = webp(raster(wide(svg), 1200).convert("RGB"))
    (HERE / "raster" / f"{slug}.webp").write_bytes(big)
    (HERE / "raster" / f"{slug}-wide.webp").write_bytes(share)
    sys.stdout.write(
        f"{slug}: svg {size // 1000} kB, webp {len(big) // 1000} kB, wide {len(share) // 1000} kB\n"
    )


if __name__ == "__main__":
    for name in sys.argv[1:] or slugs():
        draw(name)
