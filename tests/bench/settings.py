"""Production as `make serve` runs it, with a bare view beside the site."""

from gi_site.settings.trial import *  # noqa: F403
from gi_site.settings.trial import MIDDLEWARE

ROOT_URLCONF = "tests.bench.urls"
MIDDLEWARE = ["tests.bench.counting.QueryCountMiddleware", *MIDDLEWARE]
