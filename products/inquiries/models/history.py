from django.db import models
from django.utils.translation import gettext_lazy as _

from gi_site.core.storage import private_storage
from gi_site.intake.records import Erasure, SecretLink, Step, StoredFile
from products.inquiries.enums import Actor, EventKind
from products.inquiries.querysets import AccessLinkQuerySet

from .inquiries import Inquiry
from .recipients import Answer, Recipient


class InquiryEvent(Step):
    """One step in the history of an inquiry."""

    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="events")
    kind = models.CharField(_("what"), max_length=16, choices=EventKind)
    actor = models.CharField(_("who"), max_length=8, choices=Actor)
    recipient = models.ForeignKey(
        Recipient,
        verbose_name=_("recipient"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="events",
    )

    def __str__(self):
        return f"{self.inquiry}: {self.get_kind_display()}"


class Attachment(StoredFile):
    """A file of the buyer or of a producer; kept where no address leads to."""

    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="attachments")
    answer = models.ForeignKey(
        Answer, null=True, blank=True, on_delete=models.CASCADE, related_name="attachments"
    )
    file = models.FileField(
        _("file"), upload_to="inquiries/%Y/%m/", storage=private_storage, max_length=255
    )


class AccessLink(SecretLink):
    """A secret link: of the buyer, or of one recipient. Only a digest of its token is kept."""

    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="links")
    recipient = models.ForeignKey(
        Recipient, null=True, blank=True, on_delete=models.CASCADE, related_name="links"
    )

    objects = AccessLinkQuerySet.as_manager()

    def __str__(self):
        return f"{self.inquiry} {self.recipient or ''}".strip()


class SpamMark(models.Model):
    """Digest of a contact or address that sent spam; the limiter lets it through no more."""

    digest = models.CharField(max_length=64, unique=True)
    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="spam_marks")
    marked_at = models.DateTimeField(_("marked at"), auto_now_add=True)

    class Meta:
        verbose_name = _("spam mark")
        verbose_name_plural = _("spam marks")

    def __str__(self):
        return str(self.inquiry)


class AnswerTemplate(models.Model):
    """Record: a text the office often sends, in both languages."""

    title = models.CharField(_("title"), max_length=80)
    body_zh = models.TextField(_("text (Chinese)"))
    body_en = models.TextField(_("text (English)"))

    class Meta:
        verbose_name = _("answer template")
        verbose_name_plural = _("answer templates")
        ordering = ["title"]

    def __str__(self):
        return self.title


class Deletion(Erasure):
    """The log of erasures: which inquiry, when, why; nothing of what was erased."""

    class Reason(models.TextChoices):
        DUE = "due", _("Its day of deletion had come")
        WITHDRAWN = "withdrawn", _("The buyer withdrew the consent")

    reason = models.CharField(_("reason"), max_length=10, choices=Reason)
