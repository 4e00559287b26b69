"""Style sheets and scripts stay light: what any public page may load at most, compressed."""

import gzip
import re

from django.conf import settings
from django.contrib.staticfiles.finders import find

LIMIT = 25_000
SHEET = re.compile(r"'css/([\w-]+\.css)'")


def _compressed(paths) -> int:
    return sum(len(gzip.compress(path.read_bytes())) for path in paths)


def test_the_style_sheets_of_any_page_weigh_25_kilobytes_at_most():
    folder = settings.BASE_DIR / "static" / "css"
    everywhere = {"tokens.css", "base.css", "components.css", "catalogue.css", "forms.css"}
    for app in ("gi_site", "home", "products"):
        for template in (settings.BASE_DIR / app).glob("**/templates/**/*.html"):
            sheets = everywhere | set(SHEET.findall(template.read_text("utf-8")))
            assert _compressed(folder / name for name in sheets) <= LIMIT, template


def test_all_scripts_together_weigh_25_kilobytes_at_most():
    scripts = list((settings.BASE_DIR / "static" / "js").glob("*.js"))
    htmx = find("django_htmx/htmx-2.min.js")
    assert _compressed([*scripts, type(scripts[0])(htmx)]) <= LIMIT
