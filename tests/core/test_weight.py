"""Style sheets and scripts stay light: what every public page may load at most, compressed."""

import gzip

from django.conf import settings
from django.contrib.staticfiles.finders import find

LIMIT = 25_000


def _compressed(paths) -> int:
    return sum(len(gzip.compress(path.read_bytes())) for path in paths)


def test_all_style_sheets_together_weigh_25_kilobytes_at_most():
    sheets = (settings.BASE_DIR / "static" / "css").glob("*.css")
    assert _compressed(sheets) <= LIMIT


def test_all_scripts_together_weigh_25_kilobytes_at_most():
    scripts = list((settings.BASE_DIR / "static" / "js").glob("*.js"))
    htmx = find("django_htmx/htmx-2.min.js")
    assert _compressed([*scripts, type(scripts[0])(htmx)]) <= LIMIT
