from django.db import models
from django.utils.translation import gettext_lazy as _


class OutgoingMailQuerySet(models.QuerySet):
    def due(self, now):
        """What a worker should have begun by `now`: waiting, or left behind by a killed worker."""
        return self.filter(status__in=OutgoingMail.OPEN_STATUSES, next_attempt__lte=now)

    def unsent(self):
        """What still holds its text and its recipients."""
        return self.exclude(status=OutgoingMail.Status.SENT)


class OutgoingMail(models.Model):
    """Record: a message on its way. Written together with what it reports, so it cannot be lost.

    The text is erased once the message is handed over; what remains says that it was sent.
    """

    class Status(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        SENDING = "sending", _("Being sent")
        SENT = "sent", _("Sent")
        DEAD = "dead", _("Given up")

    OPEN_STATUSES = (Status.WAITING, Status.SENDING)

    key = models.CharField(  # noqa: DJ001 - unique, so that mail without one is NULL
        _("key"),
        max_length=120,
        unique=True,
        null=True,
        editable=False,
        help_text=_("What it reports; a message with the same key is not written again."),
    )
    subject = models.CharField(_("subject"), max_length=300)
    recipients = models.JSONField(_("recipients"), default=list)
    message = models.BinaryField(_("message"), editable=False)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.WAITING)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_attempt = models.DateTimeField(_("next attempt"))
    last_error = models.TextField(_("last error"), blank=True)
    created = models.DateTimeField(_("written"), auto_now_add=True)
    sent = models.DateTimeField(_("sent"), null=True, blank=True)

    objects = OutgoingMailQuerySet.as_manager()

    class Meta:
        verbose_name = _("outgoing mail")
        verbose_name_plural = _("outgoing mail")
        ordering = ["-created", "-pk"]
        indexes = [models.Index(fields=["status", "next_attempt"], name="mail_due")]

    def __str__(self):
        return self.subject
