"""Sitemap of all public pages, each with its other language."""

from collections import defaultdict

from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Page

from gi_site.core.languages import HTML_LANGUAGES


class PageSitemap(Sitemap):
    """Live public pages in every language; a page knows its translations without asking."""

    def items(self):
        """All live public pages below the home pages."""
        homes = self.get_wagtail_site().root_page.get_translations(inclusive=True)
        below = Page.objects.none()
        for home in homes.live():
            below |= Page.objects.descendant_of(home, inclusive=True)
        return below.live().public().select_related("locale").order_by("path")

    def location(self, obj):
        """Its address on the host that was asked."""
        return self.request.build_absolute_uri(obj.get_url(self.request))

    def _urls(self, page, protocol, domain):
        pages = list(self.paginator.page(page).object_list)
        languages = defaultdict(list)
        for item in pages:
            item.location = self.location(item)
            languages[item.translation_key].append(
                {
                    "lang_code": HTML_LANGUAGES[item.locale.language_code],
                    "location": item.location,
                }
            )
        changes = [self.lastmod(item) for item in pages]
        self.latest_lastmod = max(filter(None, changes), default=None)
        return [
            {
                "location": item.location,
                "lastmod": self.lastmod(item),
                "alternates": languages[item.translation_key],
            }
            for item in pages
        ]
