"""What the office can do with an inquiry: each step is a form that carries itself out."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from gi_site.intake import steps
from products.producers.models import Producer

from . import closing, routing, spam
from .enums import Actor, EventKind, Outcome, ValueBand
from .history import record
from .inbox import CHANGE
from .links import revoke_links
from .models import Inquiry, Recipient


class StepForm(steps.StepForm):
    """A step with an inquiry."""

    permission = CHANGE

    @property
    def inquiry(self) -> Inquiry:
        """What the step is taken with."""
        return self.record


class AssignForm(steps.AssignForm, StepForm):
    """Who takes care of the inquiry."""


class NoteForm(steps.NoteForm, StepForm):
    """A note about the inquiry."""


class SendForm(StepForm):
    """Checked: it goes to its recipients."""

    done = _("Checked and sent.")

    @property
    def is_offered(self):
        if not self.inquiry.is_open:
            return False
        return not self.inquiry.checked_at or any(
            not each.sent_at and not each.removed_at for each in self.inquiry.recipients.all()
        )

    def apply(self):
        to_be_called = routing.send(self.inquiry, self.user)
        if to_be_called:
            names = ", ".join(map(str, to_be_called))
            return _("Sent, but these have no e-mail address and are to be called: %s") % names
        return None


class RecipientStepForm(StepForm):
    """A step with one recipient."""

    recipient = forms.ModelChoiceField(Recipient.objects.none(), widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["recipient"].queryset = self.inquiry.recipients.select_related("producer")

    @property
    def chosen(self) -> Recipient:
        """The recipient as it is stored, with this very inquiry."""
        recipient = self.cleaned_data["recipient"]
        recipient.inquiry = self.inquiry
        return recipient


class ResendForm(RecipientStepForm):
    """A new link for a producer."""

    done = _("Sent again with a new link; the earlier link no longer works.")

    def apply(self):
        routing.resend(self.chosen, self.user)


class CalledForm(RecipientStepForm):
    """A producer without e-mail was told."""

    done = _("Noted that the producer has been told.")

    def apply(self):
        routing.note_sent(self.chosen, self.user)


class DropForm(RecipientStepForm):
    """A recipient is taken out."""

    done = _("The recipient is taken out; its link no longer works.")

    def apply(self):
        with transaction.atomic():
            recipient = self.inquiry.recipients.select_for_update(of=("self",)).get(
                pk=self.chosen.pk
            )
            if recipient.answered_at:
                raise ValidationError(_("This recipient has answered already."))
            if recipient.removed_at:
                return
            recipient.removed_at = timezone.now()
            with override("zh-hans"):
                recipient.removed_because = str(_("Taken out by the programme office"))
            recipient.save(update_fields=["removed_at", "removed_because"])
            revoke_links(recipient)
            record(
                self.inquiry,
                EventKind.REMOVED,
                Actor.OFFICE,
                user=self.user,
                recipient=recipient,
            )


class RerouteForm(StepForm):
    """One more producer, or the office."""

    OFFICE = "office"
    to = forms.ChoiceField(label=_("Recipient"))
    done = _("The recipient is added.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = self._choices()

    def _choices(self):
        has = {each.producer_id for each in self.inquiry.recipients.all() if not each.removed_at}
        products = {line.product_id for line in self.inquiry.lines.all()}
        choices = []
        if self.inquiry.forward_consented_at:
            lawful = routing.lawful_authorisations(products, is_sample=self.inquiry.is_sample)
            producers = Producer.objects.filter(pk__in=lawful.values("producer")).exclude(
                pk__in=has - {None}
            )
            choices = [(str(producer.pk), str(producer)) for producer in producers]
        if None not in has:
            choices.append((self.OFFICE, _("Programme office")))
        return choices

    def apply(self):
        key = self.cleaned_data["to"]
        producer = None if key == self.OFFICE else Producer.objects.get(pk=key)
        routing.reroute(self.inquiry, producer, self.user)


class MessageForm(StepForm):
    """A message to the buyer, by mail if that is the way of contact."""

    text = forms.CharField(
        label=_("Message to the buyer"), max_length=3000, widget=forms.Textarea(attrs={"rows": 6})
    )
    done = _("The message is on its way.")

    @property
    def is_offered(self):
        inquiry = self.inquiry
        return not (
            inquiry.purged_at or inquiry.withdrawn_at or inquiry.spam_at or inquiry.merged_into_id
        )

    def apply(self):
        text = self.cleaned_data["text"]
        with transaction.atomic():
            event = self.record_once(EventKind.OFFICE_MESSAGE, text)
            if event:
                key = f"office-{event.pk}"
                is_mailed = closing.tell_buyer(self.inquiry, "buyer_message", key, text=text)
                if not is_mailed:
                    return _("The message stands on the buyer's page; tell the buyer about it.")
        return None


class MergeForm(StepForm):
    """It is the double of another of the same buyer."""

    into = forms.ModelChoiceField(Inquiry.objects.none(), label=_("Merge into"), empty_label=None)
    done = _("Merged. The buyer's link leads to the other inquiry now.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["into"].queryset = closing.doubles_of(self.inquiry)

    def apply(self):
        if not closing.merge(self.inquiry, self.cleaned_data["into"], self.user):
            raise ValidationError(_("This inquiry has been sent already: close it instead."))


class SpamForm(StepForm):
    """It is spam."""

    done = _("Marked as spam. Nothing more of this contact is let through.")

    def apply(self):
        spam.mark(self.inquiry, self.user)


class NotSpamForm(StepForm):
    """It was no spam."""

    done = _("No longer marked as spam.")

    @property
    def is_offered(self):
        return bool(self.inquiry.spam_at) and not self.inquiry.purged_at

    def apply(self):
        spam.unmark(self.inquiry, self.user)


class CloseForm(StepForm):
    """How it ended; feeds the figures of the programme."""

    outcome = forms.ChoiceField(label=_("Outcome"), choices=[("", "—"), *Outcome.choices])
    value_band = forms.ChoiceField(
        label=_("Value of the deal"), choices=[("", "—"), *ValueBand.choices], required=False
    )
    is_repeat = forms.NullBooleanField(label=_("A repeated deal"), required=False)
    farmers_reached = forms.IntegerField(
        label=_("Farmers reached"), min_value=0, max_value=1_000_000, required=False
    )
    done = _("Closed.")

    def clean(self):
        values = super().clean()
        about_deal = [values.get(name) for name in ("value_band", "is_repeat", "farmers_reached")]
        is_deal = values.get("outcome") == Outcome.DEAL
        if any(value not in ("", None) for value in about_deal) and not is_deal:
            self.add_error("outcome", _("Value, repetition and farmers belong to a deal."))
        return values

    def apply(self):
        closing.close(self.inquiry, user=self.user, **self.cleaned_data)


class ReopenForm(StepForm):
    """It goes on."""

    done = _("Opened again.")

    @property
    def is_offered(self):
        inquiry = self.inquiry
        return bool(inquiry.closed_at) and not (inquiry.purged_at or inquiry.withdrawn_at)

    def apply(self):
        closing.reopen(self.inquiry, self.user)


STEPS = {
    "send": SendForm,
    "resend": ResendForm,
    "called": CalledForm,
    "drop": DropForm,
    "reroute": RerouteForm,
    "assign": AssignForm,
    "note": NoteForm,
    "message": MessageForm,
    "merge": MergeForm,
    "spam": SpamForm,
    "not-spam": NotSpamForm,
    "close": CloseForm,
    "reopen": ReopenForm,
}
