"""What every receiving app keeps: what came in, its history, links, files, the log of erasures."""

import datetime

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .codes import digest
from .contact import ContactChannel

# In every history: who did something, and what, among others.
OFFICE, VIEWED, NOTE, ASSIGNED = "office", "viewed", "note", "assigned"


def days_ago(days: int) -> datetime.datetime:
    """The moment that many days ago. Plain days: holidays of those who wait differ."""
    return timezone.now() - datetime.timedelta(days=days)


class ReceivedQuerySet(models.QuerySet):
    """What came in, by where it stands."""

    def real(self):
        """Without samples."""
        return self.filter(is_sample=False)


class Received(models.Model):
    """What somebody has sent in, how to reach them, and when it ended.

    Its `events` are its history (`Step`). On its day of deletion everything personal is erased
    and `purged_at` set; what remains is a row for statistics.
    """

    # Of the form that was sent: sent twice, it is still one.
    submission_key = models.UUIDField(_("form"), unique=True, editable=False)
    received_at = models.DateTimeField(_("received at"), default=timezone.now, editable=False)
    contact_channel = models.CharField(
        _("way of contact"), max_length=8, choices=ContactChannel, blank=True
    )
    contact = models.CharField(_("contact"), max_length=254, blank=True)
    consent_version = models.CharField(_("version of the notice"), max_length=20, blank=True)
    consented_at = models.DateTimeField(_("consent given at"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True)
    purged_at = models.DateTimeField(_("erased at"), null=True, blank=True, editable=False)
    is_sample = models.BooleanField(_("sample"), default=False, editable=False)

    class Meta:
        abstract = True
        ordering = ["-received_at", "-pk"]

    def __str__(self):
        return self.reference

    @property
    def age(self) -> datetime.timedelta:
        """Time since it was received."""
        return timezone.now() - self.received_at


class Step(models.Model):
    """One step in a history; the timeline is made of these."""

    user = models.ForeignKey(
        "accounts.User",
        verbose_name=_("member of staff"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    text = models.TextField(_("text"), blank=True)
    at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        abstract = True
        verbose_name = _("step")
        verbose_name_plural = _("steps")
        ordering = ["at", "pk"]


class SecretLinkQuerySet(models.QuerySet):
    """Links by their secret."""

    def of_token(self, token: str):
        """The link of `token`, whether it still works or not."""
        return self.filter(digest=digest(token))

    def usable(self):
        """Those that still work."""
        return self.filter(Q(expires_at__gt=timezone.now()), revoked_at=None)


class SecretLink(models.Model):
    """A secret link to what somebody has sent in. Only a digest of its token is kept."""

    digest = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField(_("issued at"), auto_now_add=True)
    expires_at = models.DateTimeField(_("valid until"))
    revoked_at = models.DateTimeField(_("revoked at"), null=True, blank=True)

    class Meta:
        abstract = True
        verbose_name = _("secret link")
        verbose_name_plural = _("secret links")
        ordering = ["-pk"]


class StoredFile(models.Model):
    """A file kept where no address leads to; the model itself says in which folder (`file`)."""

    name = models.CharField(_("name"), max_length=120)
    content_type = models.CharField(_("type"), max_length=60)
    size = models.PositiveIntegerField(_("size"))

    class Meta:
        abstract = True
        verbose_name = _("file")
        verbose_name_plural = _("files")
        ordering = ["pk"]

    def __str__(self):
        return self.name


class Erasure(models.Model):
    """One line of a log of erasures: which, when, why (`reason`); nothing of what was erased."""

    reference = models.CharField(_("reference"), max_length=16)
    files = models.PositiveSmallIntegerField(_("files deleted"), default=0)
    deleted_at = models.DateTimeField(_("deleted at"), auto_now_add=True)

    class Meta:
        abstract = True
        verbose_name = _("erasure")
        verbose_name_plural = _("erasures")
        ordering = ["-deleted_at", "-pk"]

    def __str__(self):
        return self.reference
