"""`make screenshots [ARGS="home map"]`: every page type at four widths, in both languages.

By day, and by night on a phone and a laptop. Pictures go to var/screenshots, two of them to the
README.
"""

import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.browser.addresses import KINDS, addresses
from tests.browser.chromium import launch_options
from tests.browser.scratch import ROOT, Site, prepared, served

FOLDER = ROOT / "var" / "screenshots"
README_IMAGES = ROOT / "docs" / "images"
README_BYTES = 300_000
WIDTHS = {390: 844, 768: 1024, 1280: 800, 1920: 1080}
NIGHT_WIDTHS = (390, 1280)
# Pictures further down wait for somebody to scroll; a photograph of the whole page does not.
LOAD_EVERYTHING = """() => Promise.all([...document.images].map(image => {
  image.loading = "eager";
  return image.decode().catch(() => {});
}))"""


def photograph(browser, site: Site, kinds: list[str]):
    """One picture for each kind of page, language, width and scheme."""
    for width, height in WIDTHS.items():
        for scheme in ("light", "dark") if width in NIGHT_WIDTHS else ("light",):
            context = browser.new_context(
                base_url=site.address,
                viewport={"width": width, "height": height},
                color_scheme=scheme,
                reduced_motion="reduce",
            )
            cookie = {"name": "sessionid", "value": site.facts["session"], "url": site.address}
            page = context.new_page()
            for address in addresses(*kinds):
                if address.staff:
                    context.add_cookies([cookie])
                page.goto(address.path.format(**site.facts), wait_until="load")
                page.evaluate(LOAD_EVERYTHING)
                name = f"{address.kind.replace(' ', '-')}-{address.language}-{width}-{scheme}.png"
                page.screenshot(path=FOLDER / name, full_page=True)
                context.clear_cookies()
            context.close()
            print(f"{width} px, {scheme}", flush=True)


def photograph_for_readme(browser, site: Site):
    """The home page and a product as they open on a laptop."""
    README_IMAGES.mkdir(parents=True, exist_ok=True)
    page = browser.new_page(base_url=site.address, viewport={"width": 1280, "height": 800})
    for name, path in (("home", "/"), ("product", "/products/zhenlong-lychee/")):
        page.goto(path, wait_until="networkidle")
        target = README_IMAGES / f"{name}.png"
        page.screenshot(path=target)
        # 256 colours are plenty for flat painting and a third of the size.
        Image.open(target).convert("RGB").quantize(256).save(target, optimize=True)
        assert target.stat().st_size <= README_BYTES, f"{target} is too large"


def main(kinds: list[str]):
    """Serve the real content and photograph it."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="gi_site-screenshots-") as scratch,
        served(prepared(Path(scratch), with_all_pictures=True), "screenshots") as site,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(**launch_options())
        photograph(browser, site, kinds)
        if kinds == list(KINDS):
            photograph_for_readme(browser, site)
        browser.close()
    print(f"Pictures are in {FOLDER.relative_to(ROOT)} and {README_IMAGES.relative_to(ROOT)}.")


if __name__ == "__main__":
    main(sys.argv[1:] or list(KINDS))
