"""Settings shared by every environment; values come from typed environment variables.

Every variable is described in `.env.example`.
"""

from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _
from environs import Env

from gi_site.ops.caches import caches
from gi_site.ops.logs import configure as configure_logs

BASE_DIR = Path(__file__).resolve().parent.parent.parent

env = Env()
env.read_env(str(BASE_DIR / ".env"))

DATA_DIR = env.path("DATA_DIR", BASE_DIR / "var")
DATA_DIR.mkdir(parents=True, exist_ok=True)

# Applications

INSTALLED_APPS = [
    "gi_site.core",
    "gi_site.search",
    "gi_site.accounts",
    "gi_site.ops",
    "products.catalogue",
    "products.producers",
    "products.registry",
    "products.inquiries",
    "home",
    "home.knowledge",
    "home.stories",
    "home.programme",
    "home.protect",
    "home.following",
    "home.trade_pack",
    "home.open_data",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.settings",
    "wagtail.contrib.sitemaps",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "ninja",
    "django_countries",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

# The order matters: what answers early (stored pages, static files) comes before what costs.
MIDDLEWARE = [
    "gi_site.ops.request_log.RequestLogMiddleware",
    "home.open_data.middleware.OpenDataMiddleware",
    "gi_site.ops.limits.RequestSizeMiddleware",
    "gi_site.ops.page_cache.PageCacheMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "gi_site.ops.headers.SecurityHeadersMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "gi_site.accounts.middleware.SecondFactorMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "gi_site.urls"
WSGI_APPLICATION = "gi_site.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "gi_site" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
        },
    },
]

# Data

SQLITE_OPTIONS = {
    "timeout": 20,
    "transaction_mode": "IMMEDIATE",
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
}

DATABASES = {
    "default": env.dj_db_url("DATABASE_URL", f"sqlite:///{DATA_DIR / 'gi_site.sqlite3'}"),
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS
    # Each thread keeps its connection: opening the file costs more than most queries.
    DATABASES["default"]["CONN_MAX_AGE"] = None
else:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    DATABASES["default"].setdefault("OPTIONS", {})["pool"] = True

CACHES = caches(env.dj_cache_url("CACHE_URL", f"file://{DATA_DIR / 'cache'}"))

# Wagtail's own tasks (search indexing) run at once; mail, image renditions and imports wait in
# the database for a worker, so that a slow mail server never slows an editor or a visitor.
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "background": {
        "BACKEND": "django_tasks_db.DatabaseBackend",
        "QUEUES": ["mail", "images", "imports"],
    },
}

# People

AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = WAGTAILADMIN_LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
WAGTAIL_PASSWORD_RESET_ENABLED = False
STAFF_TWO_FACTOR = env.bool("STAFF_TWO_FACTOR", True)

ACCOUNT_ADAPTER = "gi_site.accounts.adapter.StaffAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
# Somebody signed in without access to the admin would otherwise go round in circles.
ACCOUNT_AUTHENTICATED_LOGIN_REDIRECTS = False
# Failed sign-ins are counted by address; behind proxies the right-most ones are ours.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXIES", 0)
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Huizhou GI"

# Languages

LANGUAGE_CODE = "zh-hans"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = WAGTAILADMIN_PERMITTED_LANGUAGES = [
    ("zh-hans", _("Chinese")),
    ("en", _("English")),
]
LOCALE_PATHS = [
    BASE_DIR / "gi_site" / "locale",
    BASE_DIR / "gi_site" / "locale_wagtail",  # what Wagtail's own Chinese lacks
]
TIME_ZONE = "Asia/Shanghai"
USE_I18N = USE_TZ = True

# Files

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "static_collected"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = env.path("MEDIA_ROOT", BASE_DIR / "media")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # Never served: files that staff have imported.
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": DATA_DIR / "private"},
    },
    "staticfiles": {"BACKEND": "gi_site.core.static.JoinedSheetsStorage"},
}

# Operations (gi_site/ops)

LOGGING = configure_logs(json=env.bool("LOG_JSON", True), level=env.str("LOG_LEVEL", "INFO"))
# Addresses with any other parameter are answered but not stored.
PAGE_CACHE_PARAMETERS = [
    "q",
    "kind",
    "category",
    "district",
    "protection",
    "month",
    "year",
    "state",
    "product",
    "role",
    "mark",
    "export",
    "visits",
    "status",
    "scheme",
    "on",
    "sort",
    "measure",
    "year",
    "a",
    "b",
    "page",
    "since",
    "until",
    "producer",
    "entry",
    "limit",  # of the API; its "cursor" is left out: a walk through all would fill the store
]
PAGE_CACHE_PRIVATE_PREFIXES = [
    "/admin/",
    "/staff/",
    "/healthz",
    "/readyz",
    "/inquiries/",
    "/en/inquiries/",
    "/protect/report/",
    "/en/protect/report/",
    "/alerts/",
    "/en/alerts/",
]
# Off where a web server or an object store hands out the pictures.
SERVE_MEDIA = env.bool("SERVE_MEDIA", True)
MEDIA_PUBLIC_FOLDERS = ("images", "avatar_images")
SITE_URL = env.str("SITE_URL", "http://127.0.0.1:8000").rstrip("/")
# Filled by `manage.py prepare` as long as the model has no row.
FIRST_CONTENT = ("catalogue.ProductPage", "load_huizhou")
# Invented producers and authorisations (`manage.py load_samples`) never reach production.
REFUSE_SAMPLES = False

# Trade inquiries (products/inquiries): days for each step, and how long links and data are kept

INQUIRY_CHECK_DAYS = env.int("INQUIRY_CHECK_DAYS", 2)
INQUIRY_ANSWER_DAYS = env.int("INQUIRY_ANSWER_DAYS", 5)
INQUIRY_LINK_DAYS = env.int("INQUIRY_LINK_DAYS", 30)
INQUIRY_RETENTION_DAYS = env.int("INQUIRY_RETENTION_DAYS", 365)

# Reports of misuse (home/protect): days until somebody looks at one, and for which it is kept

REPORT_LOOK_DAYS = env.int("REPORT_LOOK_DAYS", 5)
REPORT_RETENTION_DAYS = env.int("REPORT_RETENTION_DAYS", 365)

# Countries

COUNTRIES_FIRST = ["CN", "HK", "MO", "SG", "MY", "TH", "JP", "KR", "US", "CA", "GB", "AU"]
# The names this site uses.
COUNTRIES_OVERRIDE = {
    "HK": _("Hong Kong, China"),
    "MO": _("Macao, China"),
    "TW": _("Taiwan, China"),
}

# Wagtail

WAGTAIL_SITE_NAME = _("Huizhou Geographical Indications")
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAIL_I18N_ENABLED = True
# A translation never goes live by itself: Chinese text must not appear under /en/.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILIMAGES_IMAGE_MODEL = "core.SiteImage"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
# Flat painting shows no difference to the default of 80, and half the bytes.
WAGTAILIMAGES_AVIF_QUALITY = WAGTAILIMAGES_WEBP_QUALITY = 60
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILDOCS_DOCUMENT_MODEL = "core.SiteDocument"
# Every document is a download: nothing uploaded runs or shows inside the site.
WAGTAILDOCS_INLINE_CONTENT_TYPES = []
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "geojson", "json", "pdf", "txt", "xlsx", "zip"]
# Our words are no English: "simple" keeps PostgreSQL from stemming them and dropping some.
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "gi_site.search.backend", "SEARCH_CONFIG": "simple"}
}
WAGTAILEMBEDS_RESPONSIVE_HTML = False

# Security

X_FRAME_OPTIONS = "SAMEORIGIN"
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
    },
}

# Mail is written to the database first; the worker hands it to EMAIL_URL (gi_site/ops/mail.py).

EMAIL_BACKEND = "gi_site.ops.mail.QueueEmailBackend"
MAIL = env.dj_email_url("EMAIL_URL", f"file:///{DATA_DIR / 'mail'}")
MAIL_TRANSPORT = MAIL.pop("EMAIL_BACKEND")
globals().update(MAIL)
EMAIL_TIMEOUT = MAIL["EMAIL_TIMEOUT"] or 30
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("DEFAULT_FROM_EMAIL", "noreply@localhost")
EMAIL_SUBJECT_PREFIX = ""
