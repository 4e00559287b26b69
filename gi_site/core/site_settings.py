"""The site settings without a query a page."""

from wagtail.models import Site

from gi_site.core.models import SiteSettings
from gi_site.ops.memo import cached_until_published


def site_settings(request) -> SiteSettings:
    """Settings of the site, remembered until they are saved."""
    return cached_until_published("site-settings", lambda: _read(request))


def _read(request) -> SiteSettings:
    return SiteSettings.for_site(Site.find_for_request(request))
