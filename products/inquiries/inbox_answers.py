"""An answer that came by telephone or ordinary mail, recorded by the office."""

import uuid
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from products.producers.enums import Unit

from . import answering, routing
from .enums import Currency, DeclineReason
from .inbox_forms import RecipientStepForm
from .models import Answer, InquiryLine

NONE = ("", "—")
LEAST = Decimal("0.01")


class AnswerStepForm(RecipientStepForm):
    """What a recipient has answered; the buyer is told as if it had come by the link."""

    recipient = forms.ModelChoiceField(None, label=_("Recipient"), empty_label=None)
    kind = forms.ChoiceField(label=_("What was answered"), choices=Answer.Kind.choices)
    line = forms.ModelChoiceField(None, label=_("GI product"), required=False, empty_label=_("all"))
    price = forms.DecimalField(
        label=_("Price per unit"),
        min_value=LEAST,
        max_digits=12,
        decimal_places=2,
        required=False,
    )
    currency = forms.ChoiceField(
        label=_("Currency"), choices=[NONE, *Currency.choices], required=False
    )
    quantity = forms.DecimalField(
        label=_("Quantity"), min_value=LEAST, max_digits=12, decimal_places=2, required=False
    )
    unit = forms.ChoiceField(label=_("Unit"), choices=[NONE, *Unit.choices], required=False)
    available = forms.CharField(label=_("When"), max_length=160, required=False)
    reason = forms.ChoiceField(
        label=_("Reason of a refusal"), choices=[NONE, *DeclineReason.choices], required=False
    )
    message = forms.CharField(
        label=_("In the recipient's words"),
        max_length=3000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    key = forms.UUIDField(widget=forms.HiddenInput)
    done = _("The answer is recorded and passed on to the buyer.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        recipients = self.fields["recipient"].queryset
        self.fields["recipient"].queryset = recipients.filter(
            sent_at__isnull=False, removed_at=None
        )
        self.fields["line"].queryset = InquiryLine.objects.filter(
            inquiry=self.inquiry
        ).select_related("product")
        self.initial.setdefault("key", uuid.uuid4())

    @property
    def is_offered(self):
        return super().is_offered and any(
            each.sent_at and not each.removed_at for each in self.inquiry.recipients.all()
        )

    def clean(self):
        values = super().clean()
        kind = values.get("kind")
        if kind == Answer.Kind.DECLINE and not values.get("reason"):
            self.add_error("reason", _("Say why the recipient declines."))
        if kind == Answer.Kind.QUESTION and not values.get("message"):
            self.add_error("message", _("Say what the recipient asks."))
        if kind == Answer.Kind.OFFER and not (values.get("price") or values.get("message")):
            self.add_error("price", _("An offer has a price or words."))
        for amount, measure in (("price", "currency"), ("quantity", "unit")):
            if values.get(amount) and not values.get(measure):
                self.add_error(measure, _("Needed with the figure before it."))
        return values

    def apply(self):
        recipient = self.chosen
        routing.recheck(recipient)
        line = self.cleaned_data["line"]
        held = recipient.lines.filter(removed_at=None)
        if recipient.removed_at or (line and not held.filter(line=line).exists()):
            raise ValidationError(_("This recipient does not have this line."))
        answering.record(
            recipient,
            Answer.Kind(self.cleaned_data["kind"]),
            self._part(),
            key=self.cleaned_data["key"],
            user=self.user,
        )

    def _part(self) -> dict:
        names = {
            Answer.Kind.OFFER: ("line", "price", "currency", "quantity", "unit", "available"),
            Answer.Kind.QUESTION: ("line",),
            Answer.Kind.DECLINE: ("reason",),
        }[self.cleaned_data["kind"]]
        return {name: self.cleaned_data[name] for name in (*names, "message")}
