"""Development: no secrets needed; mail is written to files, log lines are for people."""

from .base import *  # noqa: F403
from .base import BASE_DIR, STORAGES, configure_logs, env

DEBUG = env.bool("DEBUG", True)
SECRET_KEY = env.str("SECRET_KEY", "insecure-development-key")
ALLOWED_HOSTS = ["*"]
STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
WHITENOISE_AUTOREFRESH = True
LOGGING = configure_logs(json=False, level=env.str("LOG_LEVEL", "INFO"))
STAFF_TWO_FACTOR = env.bool("STAFF_TWO_FACTOR", False)
INTERNAL_IPS = ["127.0.0.1"]
FIXTURE_DIRS = [BASE_DIR / "tests"]
