import datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import PageManager
from wagtail_localize.fields import SynchronizedField, TranslatableField

from gi_site.core.validators import validate_http_url
from home.stories.enums import About, Kind, Phase
from home.stories.panels import event_panels, news_panels, story_panels
from home.stories.querysets import EventQuerySet
from home.stories.structured_data import article_data, event_data
from products.catalogue.models import District

from .entries import StoryEntry


class StoryPage(StoryEntry):
    """Page: a story of growers, makers or a place."""

    about = models.CharField(
        pgettext_lazy("story", "about"), max_length=10, choices=About, default=About.PLACE
    )

    is_creatable = True
    parent_page_types = ["stories.StoryIndexPage"]
    template = "stories/entry.html"
    kind = Kind.STORY
    content_panels = story_panels()
    override_translatable_fields = [
        *StoryEntry.override_translatable_fields,
        SynchronizedField("about"),
    ]

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return context | {"structured_data": article_data(request, self, "Article")}


class NewsPage(StoryEntry):
    """Page: something that has happened, told from its sources."""

    is_creatable = True
    parent_page_types = ["stories.StoryIndexPage"]
    template = "stories/entry.html"
    kind = Kind.NEWS
    content_panels = news_panels()

    class Meta:
        verbose_name = _("news")
        verbose_name_plural = _("news")

    def clean(self):
        super().clean()
        if not any(block.value["sources"] for block in self.body if "sources" in block.value):
            raise ValidationError({"body": _("News rests on at least one source.")})
        if self.date and self.date > timezone.localdate():
            raise ValidationError({"date": _("What has not happened yet is an event, not news.")})

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return context | {"structured_data": article_data(request, self, "NewsArticle")}


class EventPage(StoryEntry):
    """Page: something that takes place; `date` is its first day. Times are those of China."""

    ends_on = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("Only if it lasts more than one day.")
    )
    starts_at = models.TimeField(
        _("begins at"), null=True, blank=True, help_text=_("Empty: all day, or not known.")
    )
    ends_at = models.TimeField(_("ends at"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=160)
    organiser = models.CharField(_("organiser"), max_length=160, blank=True)
    district = models.ForeignKey(
        District,
        verbose_name=_("district"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Empty if it takes place outside Huizhou."),
    )
    link = models.URLField(_("link"), max_length=500, blank=True, validators=[validate_http_url])

    objects = PageManager.from_queryset(EventQuerySet)()

    is_creatable = True
    parent_page_types = ["stories.StoryIndexPage"]
    template = "stories/entry.html"
    kind = Kind.EVENT
    content_panels = event_panels()
    override_translatable_fields = [
        *StoryEntry.override_translatable_fields,
        SynchronizedField("ends_on"),
        SynchronizedField("starts_at"),
        SynchronizedField("ends_at"),
        TranslatableField("place"),
        TranslatableField("organiser"),
        SynchronizedField("district"),
        SynchronizedField("link"),
    ]

    class Meta:
        verbose_name = pgettext_lazy("kind of page", "event")
        verbose_name_plural = pgettext_lazy("kind of page", "events")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(starts_at__isnull=False),
                name="event_end_time_has_start_time",
                violation_error_message=_("Say when it begins, too."),
            )
        ]

    def clean(self):
        super().clean()
        self._validate_order()

    def _validate_order(self):
        """An end before the beginning; the first day stands in another table than SQL can see."""
        if not self.date:
            return
        if self.ends_on and self.ends_on < self.date:
            raise ValidationError({"ends_on": _("The last day lies before the first day.")})
        if self.ends_at and self.starts_at and self.end <= self.start:
            raise ValidationError({"ends_at": _("It ends before it begins.")})

    @property
    def last_day(self) -> datetime.date:
        """The day on which it ends."""
        return self.ends_on or self.date

    @property
    def start(self) -> datetime.date | datetime.datetime:
        """Its beginning in China's time; a bare date where no time is known."""
        return self._moment(self.date, self.starts_at)

    @property
    def end(self) -> datetime.date | datetime.datetime | None:
        """Its end; the last day where no time is known, None where only the beginning is."""
        if self.starts_at and not self.ends_at:
            return None
        return self._moment(self.last_day, self.ends_at)

    @staticmethod
    def _moment(day, time):
        zone = timezone.zoneinfo.ZoneInfo(settings.TIME_ZONE)
        return datetime.datetime.combine(day, time, zone) if time else day

    @property
    def phase(self) -> Phase:
        """Where it stands today."""
        today = timezone.localdate()
        if today < self.date:
            return Phase.UPCOMING
        return Phase.PAST if today > self.last_day else Phase.ON

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return context | {"structured_data": event_data(request, self)}

    def search_bodies(self):
        """Found by its place and organiser too."""
        return [*super().search_bodies(), self.place, self.organiser]
