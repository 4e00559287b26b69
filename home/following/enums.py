"""The fixed vocabularies of the change log and of alerts."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class RecordKind(models.TextChoices):
    """The records whose public facts are followed, in the order in which they are looked at."""

    PRODUCT = "product", _("GI product")
    PROTECTION = "protection", _("Protection")
    AUTHORISATION = "authorisation", _("Authorisation to use the mark")
    NOTICE = "notice", _("Notice")


class Action(models.TextChoices):
    """What a row of the log says."""

    ADDED = "added", _("New")
    CHANGED = "changed", pgettext_lazy("change", "Changed")
    HIDDEN = "hidden", _("Taken off while being checked")
    SHOWN = "shown", _("Shown again")
    REMOVED = "removed", _("Taken out")


class Target(models.TextChoices):
    """What an alert follows."""

    ALL = "all", _("Everything")
    PRODUCT = "product", _("One product")
    PRODUCER = "producer", _("One producer")
    ENTRY = "entry", _("One entry of the registry")
