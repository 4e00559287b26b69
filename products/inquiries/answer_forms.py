"""The forms with which a producer answers."""

import uuid

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from . import attachments
from .enums import DeclineReason
from .models import Answer, InquiryLine, Recipient

MAX_FILES = 2


class AnswerForm(forms.Form):
    """What all have: the key by which a form that is sent twice is one answer."""

    kind: Answer.Kind
    error_css_class = "is-wrong"
    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, recipient: Recipient, data=None, files=None):
        self.recipient = recipient
        super().__init__(data, files, auto_id=f"{self.kind}-%s", initial={"key": uuid.uuid4()})

    def parts(self) -> list[dict]:
        """What `answering.record` takes."""
        raise NotImplementedError

    def drafts(self) -> list[attachments.Draft]:
        """The files that came with it."""
        return []


class LineForm(forms.ModelForm):
    """An offer for one line; left as it is, nothing is offered."""

    error_css_class = "is-wrong"

    class Meta:
        model = Answer
        fields = ["price", "currency", "quantity", "unit", "available"]
        labels = {
            "currency": _("currency"),
            "quantity": _("how much you can supply"),
            "available": _("when you can supply"),
        }

    def __init__(self, line: InquiryLine, data=None):
        self.line = line
        quantity, whole = line.quantity, line.quantity.to_integral_value()
        super().__init__(
            data,
            prefix=f"line{line.pk}",
            initial={
                "currency": line.currency,
                "quantity": whole if whole == quantity else quantity,
                "unit": line.unit,
            },
            empty_permitted=True,
            use_required_attribute=False,
        )
        for name in ("price", "quantity"):
            typed = forms.TextInput({"inputmode": "decimal", "autocomplete": "off"})
            self.fields[name].widget = typed
        for name in ("currency", "unit"):
            # Without the empty choice: both are known.
            self.fields[name].choices = [each for each in self.fields[name].choices if each[0]]

    def clean(self):
        for name in ("price", "quantity"):
            value = self.cleaned_data.get(name)
            if value is not None and value <= 0:
                self.add_error(name, _("More than 0, please."))
        return self.cleaned_data


class OfferForm(AnswerForm):
    """An offer: a part for each line, words and files for all of them."""

    kind = Answer.Kind.OFFER
    message = forms.CharField(
        label=_("What else the buyer should know"),
        max_length=3000,
        required=False,
        widget=forms.Textarea({"rows": 4}),
    )

    def __init__(self, recipient, lines: list[InquiryLine], data=None, files=None):
        super().__init__(recipient, data, files)
        self.line_forms = [LineForm(line, data) for line in lines]
        self.kept = attachments.drafts_of(data.getlist("draft"))[:MAX_FILES] if data else []

    def clean(self):
        faults = [form.errors for form in self.line_forms]
        self._store_files()
        offered = any(form.has_changed() for form in self.line_forms)
        if any(faults):
            raise ValidationError(_("Please look at the marked fields again."))
        if not (offered or self.cleaned_data.get("message") or self.kept or self.errors):
            raise ValidationError(_("Please give at least a price or a message."))

    def _store_files(self):
        """Stored at once: a slip elsewhere in the form does not lose a file."""
        uploads = self.files.getlist("file") if self.files else []
        if len(uploads) + len(self.kept) > MAX_FILES:
            self.add_error(None, _("At most 2 files, please."))
            return
        for upload in uploads:
            try:
                self.kept.append(attachments.store(upload))
            except ValidationError as error:
                self.add_error(None, error)

    def parts(self):
        parts = [
            {"line": form.line, **form.cleaned_data}
            for form in self.line_forms
            if form.has_changed()
        ] or [{}]
        parts[0]["message"] = self.cleaned_data["message"]
        return parts

    def drafts(self):
        return self.kept


class QuestionForm(AnswerForm):
    """A question to the buyer."""

    kind = Answer.Kind.QUESTION
    message = forms.CharField(
        label=_("Your question"), max_length=3000, widget=forms.Textarea({"rows": 3})
    )

    def parts(self):
        return [{"message": self.cleaned_data["message"]}]


class DeclineForm(AnswerForm):
    """A refusal; each reason is a button."""

    kind = Answer.Kind.DECLINE
    reason = forms.ChoiceField(choices=DeclineReason)
    reasons = DeclineReason

    def parts(self):
        return [{"reason": self.cleaned_data["reason"]}]
