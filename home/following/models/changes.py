from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from gi_site.core.bilingual import Localised
from home.following.enums import Action, RecordKind
from home.following.querysets import AppendOnlyError, PublicChangeQuerySet


def _reference(model: str, label):
    """To a record that may go while the log stays; what it was called stands beside it."""
    return models.ForeignKey(
        model, verbose_name=label, null=True, on_delete=models.SET_NULL, related_name="+"
    )


class PublicChange(models.Model):
    """Record: one public legal fact became another. Only added to, never changed.

    `before` and `after` are codes, ISO days and texts as stored, put into words of the reader's
    language by `following.wording`. Of a new record `after` holds all its facts, of one that is
    gone `before` does.
    """

    kind = models.CharField(_("kind of record"), max_length=20, choices=RecordKind)
    key = models.CharField(_("public id"), max_length=80)
    title_zh = models.CharField(_("record (Chinese)"), max_length=400)
    title_en = models.CharField(_("record (English)"), max_length=400)
    action = models.CharField(_("what happened"), max_length=10, choices=Action)
    field = models.CharField(_("fact"), max_length=40, blank=True)
    before = models.JSONField(pgettext_lazy("change", "from"), null=True)
    after = models.JSONField(pgettext_lazy("change", "to"), null=True)
    product_slug = models.CharField(_("product"), max_length=80, blank=True)
    product_zh = models.CharField(_("product (Chinese)"), max_length=60, blank=True)
    product_en = models.CharField(_("product (English)"), max_length=120, blank=True)
    producer_slug = models.CharField(_("producer"), max_length=80, blank=True)
    product = _reference("catalogue.GIProduct", _("product"))
    protection = _reference("catalogue.Protection", _("protection"))
    producer = _reference("producers.Producer", _("producer"))
    authorisation = _reference("registry.Authorisation", _("authorisation"))
    notice = _reference("registry.Notice", _("notice"))
    notice_number = models.CharField(_("number of the notice"), max_length=80, blank=True)
    notice_on = models.DateField(_("date of the notice"), null=True)
    holds_from = models.DateField(_("holds from"), null=True)
    recorded_at = models.DateTimeField(_("recorded"))

    title = Localised()
    product_name = Localised()

    objects = PublicChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("public change")
        verbose_name_plural = _("public changes")
        ordering = ["-recorded_at", "-pk"]
        indexes = [
            models.Index(fields=["recorded_at", "id"], name="change_recorded"),
            models.Index(fields=["product_slug", "recorded_at", "id"], name="change_product"),
            models.Index(fields=["producer_slug", "recorded_at", "id"], name="change_producer"),
            models.Index(fields=["kind", "key", "recorded_at", "id"], name="change_record"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=(Q(action=Action.CHANGED) & ~Q(field=""))
                | (~Q(action=Action.CHANGED) & Q(field="")),
                name="change_names_its_fact",
                violation_error_message=_("A change names the fact that has changed."),
            )
        ]

    def __str__(self):
        return f"{self.title} ({self.get_action_display()})"

    def save(self, *args, **kwargs):
        if self.pk:
            raise AppendOnlyError("The change log is only added to.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise AppendOnlyError("The change log is only added to.")

    @property
    def product_name_zh(self) -> str:
        return self.product_zh

    @property
    def product_name_en(self) -> str:
        return self.product_en


class Snapshot(models.Model):
    """The public facts of a record as the log last knew them.

    `about` is what a row of the log says of its record, kept for the row that reports its end.
    """

    kind = models.CharField(max_length=20, choices=RecordKind)
    record_id = models.BigIntegerField()
    is_public = models.BooleanField(default=True)
    facts = models.JSONField(default=dict)
    about = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "record_id"], name="snapshot_once"),
        ]

    def __str__(self):
        return f"{self.kind} {self.record_id}"


class Touched(models.Model):
    """A note that a record was written, stored in the same transaction; then it is compared.

    Several notes about one record are one comparison: what is half written within a transaction
    never reaches the log, and what a killed process leaves is found by the next.
    """

    kind = models.CharField(max_length=20, choices=RecordKind)
    record_id = models.BigIntegerField()
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self):
        return f"{self.kind} {self.record_id}"


class LoggedDay(models.Model):
    """A day whose beginning has been logged: what starts or ends on it by its dates alone.

    The first one is the day of the baseline, from which on changes are logged.
    """

    day = models.DateField(primary_key=True)

    class Meta:
        ordering = ["day"]

    def __str__(self):
        return self.day.isoformat()
