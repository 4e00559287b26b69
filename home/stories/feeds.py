"""Feed of stories, news and events."""

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gi_site.core.feeds import LENGTH, ChangesFeed
from home.stories.models import StoryEntry


class StoriesFeed(ChangesFeed):
    """The newest entries in the reader's language, by the day they are about."""

    def title(self, request):
        return _("Huizhou Geographical Indications: stories, news and events")

    def subtitle(self, request):
        return _("Growers, makers and places, what has happened and what is coming up.")

    def link(self, request):
        return reverse("wagtail_serve", args=["stories/"])

    def items(self, request):
        entries = StoryEntry.objects.published(get_language()).select_related("locale")
        shown = list(entries.newest_first()[:LENGTH])
        for entry in shown:
            entry.feed_link = request.build_absolute_uri(entry.get_url(request))
        return shown
