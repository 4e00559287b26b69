"""The questions asked of stories, news and events."""

from django.db.models import Prefetch, Q

from gi_site.core.models.pages import SitePageQuerySet
from products.catalogue.models import GIProduct


class StoryEntryQuerySet(SitePageQuerySet):
    def for_serving(self):
        """The page with its picture."""
        return super().for_serving().select_related("picture")

    def published(self, language: str):
        """What everybody may read in `language` (a code such as en)."""
        return self.live().public().filter(locale__language_code=language)

    def newest_first(self):
        """By the day they are about; of one day, the last one written first."""
        return self.order_by("-date", "-pk")

    def for_listing(self):
        """Everything a row shows, in a number of queries that does not grow with the rows."""
        return self.select_related(
            "locale", "picture", "storypage", "newspage", "eventpage"
        ).prefetch_related(
            Prefetch("products", GIProduct.objects.order_by("number", "pk")),
            "picture__renditions",
        )


class EventQuerySet(StoryEntryQuerySet):
    def not_past(self, day):
        """Those that are on or still to come on `day`, the next first."""
        return self.filter(Q(ends_on__gte=day) | Q(ends_on__isnull=True, date__gte=day)).order_by(
            "date", "starts_at", "pk"
        )

    def for_event_list(self):
        """What a row of an event shows; see `for_listing`."""
        return self.select_related("locale", "picture", "district").prefetch_related(
            Prefetch("products", GIProduct.objects.order_by("number", "pk")),
            "picture__renditions",
        )
