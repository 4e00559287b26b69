"""The fixed vocabularies of the programme."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Computation(models.TextChoices):
    """What the site can count by itself; see `computed.py`."""

    LISTED_PRODUCTS = "listed_products", _("Products on the city's list")
    PROTECTED_PRODUCTS = "protected_products", _("Products with a right in force")
    LAWFUL_USERS = "lawful_users", _("Authorisations in force")
    REPORTED_USERS = "reported_users", _("Reported users, to be verified")
    INQUIRIES_RECEIVED = "inquiries_received", _("Inquiries received")
    INQUIRIES_HANDLED = "inquiries_handled", _("Inquiries handled")
    FIRST_REPLY = "first_reply", _("Median time to the first reply")


class ValueKind(models.TextChoices):
    """What a recorded value of an indicator is."""

    BASELINE = "baseline", pgettext_lazy("value of an indicator", "Baseline")
    ACTUAL = "actual", pgettext_lazy("value of an indicator", "Actual")
    TARGET = "target", pgettext_lazy("value of an indicator", "Target")


class DocumentKind(models.TextChoices):
    """What a document of the programme is."""

    PLAN = "plan", _("Plan")
    REPORT = "report", _("Annual report")
    NOTICE = "notice", pgettext_lazy("kind of document", "Notice")


class Level(models.TextChoices):
    """Who stands behind a demonstration area."""

    NATIONAL = "national", _("National")
    PROVINCIAL = "provincial", _("Provincial")
    MUNICIPAL = "municipal", _("Municipal")


class Stage(models.TextChoices):
    """The way of a product, in order; derived, never stored."""

    NAMED = "named", _("Candidate or on the list")
    APPLIED = "applied", _("Applied for")
    ANNOUNCED = "announced", pgettext_lazy("stage of a product", "Announced")
    IN_USE = "in_use", _("Mark in use")


class Footing(models.TextChoices):
    """How well it is known that a product has come to a stage."""

    PROVEN = "proven", _("On record")
    REPORTED = "reported", _("Reported, to be verified")
    OPEN = "open", _("Nothing known")
