"""Production as `make serve` runs it, with its static files in the scratch directory too."""

from gi_site.settings.trial import *  # noqa: F403
from gi_site.settings.trial import DATA_DIR, STORAGES

STATIC_ROOT = DATA_DIR.parent / "static"
STORAGES["staticfiles"]["BACKEND"] = "tests.browser.static.PublicCompressedStorage"
# Signing in is tested elsewhere; here one password has to do.
STAFF_TWO_FACTOR = False
