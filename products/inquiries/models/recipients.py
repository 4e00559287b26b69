from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from products.inquiries.enums import Currency, DeclineReason, RecipientStatus
from products.inquiries.querysets import RecipientQuerySet
from products.producers.enums import Unit

from .inquiries import Inquiry, InquiryLine


class Recipient(models.Model):
    """A producer (or, without one, the programme office) that gets an inquiry or a part of it."""

    inquiry = models.ForeignKey(Inquiry, on_delete=models.CASCADE, related_name="recipients")
    producer = models.ForeignKey(
        "producers.Producer",
        verbose_name=_("producer"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="inquiry_recipients",
    )
    # Chosen by the buyer; else the site or the office has proposed it.
    is_chosen = models.BooleanField(_("chosen by the buyer"), default=False)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    opened_at = models.DateTimeField(_("opened at"), null=True, blank=True)
    answered_at = models.DateTimeField(
        _("first answered at"), null=True, blank=True, help_text=_("A refusal counts as answer.")
    )
    declined_at = models.DateTimeField(_("declined at"), null=True, blank=True)
    removed_at = models.DateTimeField(_("removed at"), null=True, blank=True)
    removed_because = models.CharField(_("removed because"), max_length=200, blank=True)
    reminded_at = models.DateTimeField(_("reminded at"), null=True, blank=True)

    objects = RecipientQuerySet.as_manager()

    class Meta:
        verbose_name = _("recipient")
        verbose_name_plural = _("recipients")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["inquiry", "producer"],
                name="inquiry_recipient_once",
                violation_error_message=_("This producer is a recipient already."),
            ),
            models.UniqueConstraint(
                fields=["inquiry"],
                condition=Q(producer__isnull=True),
                name="inquiry_office_once",
                violation_error_message=_("The office is a recipient already."),
            ),
        ]

    def __str__(self):
        return str(self.producer) if self.producer_id else str(_("Programme office"))

    @property
    def status(self) -> RecipientStatus:
        """How far the inquiry has come with it (with `answers` loaded)."""
        if self.removed_at:
            return RecipientStatus.REMOVED
        if self.declined_at:
            return RecipientStatus.DECLINED
        if self.answered_at:
            has_offer = any(answer.kind == Answer.Kind.OFFER for answer in self.answers.all())
            return RecipientStatus.ANSWERED if has_offer else RecipientStatus.ASKED
        if self.opened_at:
            return RecipientStatus.OPENED
        return RecipientStatus.SENT if self.sent_at else RecipientStatus.PROPOSED


class RecipientLine(models.Model):
    """A line as it goes to a recipient, with the authorisation held at sending.

    Once that ends before the link is opened, the line is taken back: `removed_at`.
    """

    recipient = models.ForeignKey(Recipient, on_delete=models.CASCADE, related_name="lines")
    line = models.ForeignKey(InquiryLine, on_delete=models.CASCADE, related_name="recipients")
    authorisation = models.ForeignKey(
        "registry.Authorisation",
        verbose_name=_("authorisation held at sending"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Empty only for the programme office."),
    )
    removed_at = models.DateTimeField(_("taken back at"), null=True, blank=True)

    class Meta:
        verbose_name = _("line of a recipient")
        verbose_name_plural = _("lines of a recipient")
        ordering = ["line"]
        constraints = [
            models.UniqueConstraint(fields=["recipient", "line"], name="recipient_line_once")
        ]

    def __str__(self):
        return f"{self.recipient}: {self.line}"


class Answer(models.Model):
    """What a recipient answers; a question or an offer, in its own words."""

    class Kind(models.TextChoices):
        OFFER = "offer", _("Offer")
        QUESTION = "question", _("Question")
        DECLINE = "decline", _("Refusal")

    recipient = models.ForeignKey(Recipient, on_delete=models.CASCADE, related_name="answers")
    # Of the form that was sent: sent twice, it is still one answer.
    submission_key = models.UUIDField(unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    line = models.ForeignKey(
        InquiryLine,
        verbose_name=_("line"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="answers",
    )
    price = models.DecimalField(
        _("price per unit"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    currency = models.CharField(_("currency"), max_length=3, choices=Currency, blank=True)
    quantity = models.DecimalField(
        _("quantity"), max_digits=12, decimal_places=2, null=True, blank=True
    )
    unit = models.CharField(_("unit"), max_length=6, choices=Unit, blank=True)
    available = models.CharField(_("when"), max_length=160, blank=True)
    reason = models.CharField(_("reason"), max_length=12, choices=DeclineReason, blank=True)
    message = models.TextField(_("message"), max_length=3000, blank=True)
    given_at = models.DateTimeField(_("given at"), auto_now_add=True)
    recorded_by = models.ForeignKey(
        "accounts.User",
        verbose_name=_("recorded by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Staff who recorded an answer that came another way."),
    )

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        ordering = ["pk"]

    def __str__(self):
        return f"{self.recipient}: {self.get_kind_display()}"
