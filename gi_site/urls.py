"""Addresses: Chinese at /, English at /en/; everything else has no language."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps import views as sitemaps
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.urls import serve_pattern

from gi_site.core.feeds import ChangesFeed
from gi_site.core.routing import serve
from gi_site.core.styleguide import styleguide
from gi_site.core.views import robots
from home.sitemaps import SITEMAPS
from home.stories.feeds import StoriesFeed

handler404 = "gi_site.core.views.page_not_found"

urlpatterns = [
    path("", include("gi_site.accounts.urls")),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("", include("gi_site.ops.urls")),
    path(
        "sitemap.xml",
        sitemaps.index,
        {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap_section"},
        name="sitemap",
    ),
    path(
        "sitemap-<slug:section>.xml",
        sitemaps.sitemap,
        {"sitemaps": SITEMAPS},
        name="sitemap_section",
    ),
    path("robots.txt", robots, name="robots"),
    path("", include("home.open_data.urls")),
]

urlpatterns += i18n_patterns(
    path("styleguide/", styleguide, name="styleguide"),
    path("feeds/changes/", ChangesFeed(), name="changes_feed"),
    path("feeds/stories/", StoriesFeed(), name="stories_feed"),
    path("", include("gi_site.search.urls")),
    path("inquiries/", include("products.inquiries.urls")),
    path("stories/", include("home.stories.urls")),
    path("trade-packs/", include("home.trade_pack.urls")),
    path("protect/report/", include("home.protect.urls")),
    path("", include("home.following.urls")),
    re_path(serve_pattern, serve, name="wagtail_serve"),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
