"""Tests: fast hashing, memory mail, everything in one process and in a scratch directory."""

import os
import tempfile
from pathlib import Path

from .base import *  # noqa: F403
from .base import STORAGES, caches, configure_logs, env

SECRET_KEY = "test-key"  # noqa: S105
ALLOWED_HOSTS = ["*"]
# Kept in a name: the directory goes when the process does.
SCRATCH_DIR = tempfile.TemporaryDirectory(prefix="gi_site-tests-")
SCRATCH = Path(SCRATCH_DIR.name)
MEDIA_ROOT = SCRATCH / "media"
MEDIA_ROOT.mkdir()

# Every parallel process has a cache of its own: a file store or one of Redis's databases.
WORKER = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
TEST_CACHE = env.dj_cache_url("TEST_CACHE_URL", f"file://{SCRATCH / 'cache'}")
if TEST_CACHE["BACKEND"].endswith("RedisCache"):
    TEST_CACHE["LOCATION"] = f"{TEST_CACHE['LOCATION'].rsplit('/', 1)[0]}/{WORKER}"
CACHES = caches(TEST_CACHE)

TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "background": {
        "BACKEND": "django_tasks.backends.immediate.ImmediateBackend",
        "QUEUES": ["mail", "images", "imports"],
    },
}
MAIL_TRANSPORT = "django.core.mail.backends.locmem.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["private"]["OPTIONS"]["location"] = SCRATCH / "private"
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
WHITENOISE_AUTOREFRESH = True
LOGGING = configure_logs(json=True, level="WARNING")
STAFF_TWO_FACTOR = False
