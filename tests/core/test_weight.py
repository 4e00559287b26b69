"""Style sheets and scripts stay light: what any public page may load at most, compressed."""

import gzip
import re
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import find

from gi_site.core.static import joined

LIMIT = 25_000
SHEET = re.compile(r"'css/([\w-]+\.css)'")


def _compressed(texts) -> int:
    return sum(len(gzip.compress(text.encode())) for text in texts)


def _sheet(name: str) -> str:
    """A sheet as it is served."""
    return joined(f"css/{name}", lambda part: (settings.BASE_DIR / "static" / part).read_text())


def test_the_style_sheets_of_any_page_weigh_25_kilobytes_at_most():
    everywhere = {"site.css", "catalogue.css", "forms.css"}
    for app in ("gi_site", "home", "products"):
        for template in (settings.BASE_DIR / app).glob("**/templates/**/*.html"):
            sheets = everywhere | set(SHEET.findall(template.read_text("utf-8")))
            assert _compressed(map(_sheet, sheets)) <= LIMIT, template


def test_all_scripts_together_weigh_25_kilobytes_at_most():
    scripts = list((settings.BASE_DIR / "static" / "js").glob("*.js"))
    scripts.append(Path(find("django_htmx/htmx-2.min.js")))
    assert _compressed(script.read_text("utf-8") for script in scripts) <= LIMIT
