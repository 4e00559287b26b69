from django.db import models
from django.utils.translation import gettext_lazy as _

from gi_site.core.storage import private_storage
from gi_site.intake import records
from home.protect.enums import Actor, EventKind
from home.protect.querysets import ReportLinkQuerySet

from .reports import Report


class ReportEvent(records.Step):
    """One step in the history of a report."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="events")
    kind = models.CharField(_("what"), max_length=10, choices=EventKind)
    actor = models.CharField(_("who"), max_length=8, choices=Actor)

    def __str__(self):
        return f"{self.report}: {self.get_kind_display()}"


class ReportPhoto(records.StoredFile):
    """A photograph of the reporter, without metadata; kept where no address leads to."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="photos")
    file = models.FileField(
        _("file"), upload_to="reports/%Y/%m/", storage=private_storage, max_length=255
    )

    class Meta(records.StoredFile.Meta):
        verbose_name = _("photograph")
        verbose_name_plural = _("photographs")


class ReportLink(records.SecretLink):
    """A secret link of the reporter."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="links")

    objects = ReportLinkQuerySet.as_manager()

    def __str__(self):
        return str(self.report)


class Erasure(records.Erasure):
    """The log of erasures of reports."""

    class Reason(models.TextChoices):
        DUE = "due", _("Its day of deletion had come")
        WITHDRAWN = "withdrawn", _("The reporter withdrew it")

    reason = models.CharField(_("reason"), max_length=10, choices=Reason)
