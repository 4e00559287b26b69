"""`make serve`: production on one machine; what the environment leaves out gets a value."""

import os
import secrets

from .base import DATA_DIR

KEY_FILE = DATA_DIR / "secret_key"
if not KEY_FILE.exists():
    KEY_FILE.touch(mode=0o600)
    KEY_FILE.write_text(secrets.token_urlsafe(50))

for name, value in {
    "SECRET_KEY": KEY_FILE.read_text(),
    "ALLOWED_HOSTS": "localhost,127.0.0.1",
    "DATABASE_URL": f"sqlite:///{DATA_DIR / 'gi_site.sqlite3'}",
    "SITE_URL": f"http://127.0.0.1:{os.environ.get('PORT', '8000')}",
}.items():
    os.environ.setdefault(name, value)

from .production import *  # noqa: E402, F403
from .production import env  # noqa: E402

REFUSE_SAMPLES = False
SITE_URL = WAGTAILADMIN_BASE_URL = env.str("SITE_URL")
