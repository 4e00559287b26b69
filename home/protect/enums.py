"""The fixed vocabularies of reports of misuse."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Status(models.TextChoices):
    """How far a report has come; follows from its dates."""

    RECEIVED = "received", _("Received")
    LOOKED_AT = "looked_at", _("Being looked at")
    PASSED_ON = "passed_on", _("Passed on to the authority")
    CLOSED = "closed", _("Closed")
    WITHDRAWN = "withdrawn", _("Withdrawn by the reporter")

    @property
    def meaning(self):
        """What the status means for the reporter, in one plain sentence."""
        return STATUS_MEANINGS[self]


STATUS_MEANINGS = {
    Status.RECEIVED: _("The report has arrived; nobody has opened it yet."),
    Status.LOOKED_AT: _("The programme office is reading it and comparing it with the registry."),
    Status.PASSED_ON: _("The office has handed it over; the authority decides what to do."),
    Status.CLOSED: _("The matter is settled; how it ended stands with the status."),
    Status.WITHDRAWN: _("The reporter has withdrawn it, and what was written is erased."),
}


class PlaceKind(models.TextChoices):
    """Where the product was seen."""

    MARKET = "market", _("Market or street stall")
    SHOP = "shop", _("Shop or supermarket")
    ONLINE_SHOP = "online_shop", _("Online shop")
    LIVE_STREAM = "live_stream", _("Live stream")
    OTHER = "other", pgettext_lazy("place", "Somewhere else")


class Sign(models.TextChoices):
    """What looks suspicious; the rules behind it stand in `content/protect.yaml`.

    The last two are not read in the text of a rule: the authority decides what they mean.
    """

    FOREIGN = "foreign", _("The name is used for goods from outside the area")
    MISLEADING = "misleading", _("The name or label looks almost the same and misleads")
    NO_LAWFUL_USER = (
        "no_lawful_user",
        _("A firm uses the mark but does not seem to be a lawful user"),
    )
    NO_CODE = "no_code", _("No 18-character credit code stands beside the mark")
    NO_NUMBERS = "no_numbers", _("The GI name, standard, notice or trademark number is missing")
    OLD_MARK = "old_mark", _("An old mark stands on a new pack")
    FORGED = "forged", _("The mark itself looks copied or altered")
    QUALITY = "quality", _("The goods do not have what the name promises")


class Outcome(models.TextChoices):
    """How a report ended."""

    CONFIRMED = "confirmed", _("Misuse confirmed by the authority")
    NOT_CONFIRMED = "not_confirmed", _("Misuse not confirmed by the authority")
    NO_MISUSE = "no_misuse", _("No misuse: what was reported is allowed")
    NO_FOLLOW_UP = "no_follow_up", _("Could not be followed up")
    SPAM = "spam", pgettext_lazy("report", "Spam")


# What staff choose on closing; spam has a button of its own.
CHOSEN_OUTCOMES = [outcome for outcome in Outcome if outcome != Outcome.SPAM]


class EventKind(models.TextChoices):
    """What can happen to a report."""

    RECEIVED = "received", _("Received")
    TAKEN = "taken", _("Looked at by the office")
    PASSED_ON = "passed_on", _("Passed on to the authority")
    ANSWERED = "answered", _("Answer of the office")
    REPORTER_MESSAGE = "message", _("Message of the reporter")
    NOTE = "note", _("Private note")
    ASSIGNED = "assigned", _("Assigned")
    CLOSED = "closed", _("Closed")
    REOPENED = "reopened", _("Opened again")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    VIEWED = "viewed", _("Personal data viewed")
    PURGED = "purged", _("Personal data deleted")


# What the reporter sees of the history; everything else is the office's own.
REPORTER_SEES = (
    EventKind.RECEIVED,
    EventKind.TAKEN,
    EventKind.PASSED_ON,
    EventKind.ANSWERED,
    EventKind.REPORTER_MESSAGE,
    EventKind.CLOSED,
    EventKind.REOPENED,
    EventKind.WITHDRAWN,
)


class Actor(models.TextChoices):
    """Who did something."""

    REPORTER = "reporter", _("Reporter")
    OFFICE = "office", _("Programme office")
    SYSTEM = "system", _("The site")
