"""Kinds of entries, and where an event stands today."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(models.TextChoices):
    """What an entry is; each kind is a class of pages."""

    STORY = "story", pgettext_lazy("kind of entry", "Story")
    NEWS = "news", pgettext_lazy("kind of entry", "News")
    EVENT = "event", pgettext_lazy("kind of entry", "Event")


class About(models.TextChoices):
    """Whom or what a story is about."""

    GROWER = "grower", _("Growers")
    MAKER = "maker", _("Makers")
    PLACE = "place", _("A place")


class Phase(models.TextChoices):
    """Where an event stands on a day; follows from its dates alone."""

    UPCOMING = "upcoming", pgettext_lazy("event", "Coming up")
    ON = "on", pgettext_lazy("event", "On now")
    PAST = "past", pgettext_lazy("event", "Past")


class Sort(models.TextChoices):
    """Orders of the list."""

    NEWEST = "newest", _("Newest first")
    OLDEST = "oldest", _("Oldest first")
