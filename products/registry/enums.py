"""The fixed vocabularies of the registry."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class LawfulKind(models.TextChoices):
    """The four kinds of lawful users of the mark (CNIPA announcement no. 354 of 2020)."""

    APPROVED_PRODUCER = "approved_producer", _("Producer approved by announcement")
    COLLECTIVE_MEMBER = "collective_member", _("Member of a collective-mark registrant")
    MARK_LICENSEE = "mark_licensee", _("Licensee of a certification mark")
    OTHER_REGISTERED = "other_registered", _("Other user registered with CNIPA")


class Status(models.TextChoices):
    """Where an authorisation stands on a day; follows from its dates and events alone."""

    IN_FORCE = "in_force", _("In force")
    SUSPENDED = "suspended", _("Suspended")
    ENDED = "ended", _("Ended")
    APPLIED = "applied", _("Applied for")
    REPORTED = "reported", _("Reported, to be verified")
    NOT_YET = "not_yet", pgettext_lazy("authorisation", "Not yet begun")

    @property
    def meaning(self):
        """What the status means, in one plain sentence."""
        return STATUS_MEANINGS[self]


STATUS_MEANINGS = {
    Status.IN_FORCE: _("A notice allows this firm to use the mark for this product."),
    Status.SUSPENDED: _("The firm must not use the mark until the suspension is lifted."),
    Status.ENDED: _("The firm may no longer use the mark for this product."),
    Status.APPLIED: _("The firm has asked to use the mark; it may not use it yet."),
    Status.REPORTED: _(
        "A report names this firm as a user of the mark; we have not found the notice yet."
    ),
    Status.NOT_YET: _("On this day the authorisation had not begun."),
}


class EventKind(models.TextChoices):
    """What happened to an authorisation after its announcement."""

    SUSPENDED = "suspended", _("Suspended")
    RESUMED = "resumed", _("Resumed")
    EXPIRED = "expired", _("Expired")
    SURRENDERED = "surrendered", _("Surrendered")
    CANCELLED = "cancelled", pgettext_lazy("authorisation", "Cancelled")
    BASE_RIGHT_ENDED = "base_right_ended", _("Base right ended")


PAUSE_EVENTS = (EventKind.SUSPENDED, EventKind.RESUMED)
END_EVENTS = (
    EventKind.EXPIRED,
    EventKind.SURRENDERED,
    EventKind.CANCELLED,
    EventKind.BASE_RIGHT_ENDED,
)


class BatchState(models.TextChoices):
    """How far an import has come; until it is confirmed it has changed nothing."""

    UPLOADED = "uploaded", _("Uploaded")
    CHECKING = "checking", _("Being checked")
    CHECKED = "checked", _("Checked")
    WAITING = "waiting", _("Waits for the second person")
    IMPORTING = "importing", _("Being imported")
    CONFIRMED = "confirmed", _("Imported")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    UNDONE = "undone", _("Undone")
    FAILED = "failed", _("Failed")


RUNNING_STATES = (BatchState.UPLOADED, BatchState.CHECKING, BatchState.IMPORTING)
