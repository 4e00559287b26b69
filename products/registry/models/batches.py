from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gi_site.core.storage import private_storage
from products.registry.enums import END_EVENTS, BatchState


class ImportBatch(models.Model):
    """Record: one uploaded file with its report; confirmed by a second person, or undone.

    `report` is what `importing.report` wrote, `before` what undoing restores.
    """

    file = models.FileField(
        _("file"), upload_to="registry/imports/%Y/", storage=private_storage, max_length=255
    )
    file_name = models.CharField(_("file name"), max_length=255)
    checksum = models.CharField(_("SHA-256"), max_length=64, blank=True, editable=False)
    state = models.CharField(
        _("state"), max_length=10, choices=BatchState, default=BatchState.UPLOADED
    )
    is_complete = models.BooleanField(
        _("complete list"),
        default=False,
        help_text=_("What is in force under the same rights but not in the file, ends."),
    )
    missing_end_on = models.DateField(
        _("missing entries end on"), null=True, blank=True, help_text=_("The first day without.")
    )
    missing_end_kind = models.CharField(
        _("missing entries end because"),
        max_length=20,
        choices=[(kind.value, kind.label) for kind in END_EVENTS],
        blank=True,
    )
    only_good_rows = models.BooleanField(
        _("import the good rows only"),
        default=False,
        help_text=_("Otherwise nothing is saved while one row is wrong."),
    )
    shrink_accepted = models.BooleanField(
        _("missing entries are meant to be missing"), default=False
    )
    rows_total = models.PositiveIntegerField(_("rows"), default=0)
    rows_done = models.PositiveIntegerField(_("rows done"), default=0)
    progress_at = models.DateTimeField(_("last sign of progress"), null=True, blank=True)
    report = models.JSONField(_("report"), default=dict, blank=True)
    before = models.JSONField(
        _("earlier values"), default=dict, blank=True, help_text=_("What undoing restores.")
    )
    uploaded_by = models.ForeignKey(
        "accounts.User",
        verbose_name=_("uploaded by"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    uploaded_at = models.DateTimeField(_("uploaded at"), auto_now_add=True)
    closed_by = models.ForeignKey(
        "accounts.User",
        verbose_name=_("confirmed or undone by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    closed_at = models.DateTimeField(_("confirmed or undone at"), null=True, blank=True)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-uploaded_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=[BatchState.IMPORTING, BatchState.CONFIRMED])
                | (Q(closed_by__isnull=False) & ~Q(closed_by=models.F("uploaded_by"))),
                name="import_confirmed_by_another",
                violation_error_message=_("Another person than the uploader confirms an import."),
            ),
            models.CheckConstraint(
                condition=Q(is_complete=False)
                | (Q(missing_end_on__isnull=False) & ~Q(missing_end_kind="")),
                name="import_complete_says_how_missing_end",
                violation_error_message=_(
                    "For a complete list, say when and why the missing entries end."
                ),
            ),
        ]

    def __str__(self):
        return self.file_name
