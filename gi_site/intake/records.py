"""What every receiving app keeps with what came in: secret links, files, the log of erasures."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .codes import digest


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
