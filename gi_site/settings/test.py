"""Tests: fast hashing, memory mail, everything in one process."""

import tempfile
from pathlib import Path

from .base import *  # noqa: F403
from .base import STORAGES, env

SECRET_KEY = "test-key"
ALLOWED_HOSTS = ["*"]
SCRATCH = Path(tempfile.mkdtemp(prefix="gi_site-tests-"))
MEDIA_ROOT = SCRATCH / "media"
CACHES = {
    "default": env.dj_cache_url("TEST_CACHE_URL", f"file://{SCRATCH / 'cache'}"),
}
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "background": {
        "BACKEND": "django_tasks.backends.immediate.ImmediateBackend",
        "QUEUES": ["mail", "images"],
    },
}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
WHITENOISE_AUTOREFRESH = True
