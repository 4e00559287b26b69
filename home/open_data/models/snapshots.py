from django.db import models
from django.utils.translation import gettext_lazy as _


class Snapshot(models.Model):
    """Record: the archive of all open data of one month; made by the worker, never changed."""

    month = models.DateField(_("month"), unique=True, help_text=_("Its first day."))
    made_on = models.DateField(_("made on"))
    file = models.CharField(_("file in the private storage"), max_length=200)
    size = models.PositiveBigIntegerField(_("size in bytes"))
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    counts = models.JSONField(_("records by dataset"), default=dict)

    class Meta:
        verbose_name = _("snapshot of the open data")
        verbose_name_plural = _("snapshots of the open data")
        ordering = ["-month"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(month__day=1),
                name="snapshot_month_is_its_first_day",
                violation_error_message=_("A month is given by its first day."),
            )
        ]

    def __str__(self):
        return f"{self.month:%Y-%m}"
