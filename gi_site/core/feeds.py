"""Feed of the pages that are new or newly published."""

import re

from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page

from gi_site.core.languages import HTML_LANGUAGES

LENGTH = 30
# No XML document can hold these.
NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def _clean(value):
    return NOT_IN_XML.sub(" ", value) if isinstance(value, str) else value


class CleanAtom(Atom1Feed):
    """Atom without the characters that would make it no XML."""

    def __init__(self, title, link, description, **kwargs):
        kwargs = {name: _clean(value) for name, value in kwargs.items()}
        super().__init__(_clean(title), link, _clean(description), **kwargs)

    def add_item(self, title, link, description, **kwargs):
        kwargs = {name: _clean(value) for name, value in kwargs.items()}
        super().add_item(_clean(title), link, _clean(description), **kwargs)


class LocalFeed(Feed):
    """A feed in the reader's language."""

    feed_type = CleanAtom

    @property
    def language(self):
        return HTML_LANGUAGES[get_language()]

    def author_name(self):
        return _("Huizhou Geographical Indications")


class ChangesFeed(LocalFeed):
    """The pages published last."""

    def get_object(self, request):
        """The request: addresses are made for its host."""
        return request

    def title(self, request):
        return _("Huizhou Geographical Indications: new pages")

    def subtitle(self, request):
        return _("New and changed pages about the geographical-indication products of Huizhou.")

    def link(self, request):
        return "/en/" if get_language() == "en" else "/"

    def feed_guid(self, request):
        """Its own address: that of the home page is the id of an entry."""
        return request.build_absolute_uri(request.path)

    def items(self, request):
        pages = (
            Page.objects.live()
            .public()
            .filter(depth__gt=1, locale=Locale.get_active(), last_published_at__isnull=False)
        )
        pages = pages.order_by("-last_published_at", "pk").specific()[:LENGTH]
        for page in pages:
            page.feed_link = request.build_absolute_uri(page.get_url(request))
        return pages

    def item_title(self, page):
        return page.title

    def item_description(self, page):
        return page.meta_description

    def item_link(self, page):
        return page.feed_link

    def item_pubdate(self, page):
        return page.first_published_at

    def item_updateddate(self, page):
        return page.last_published_at
