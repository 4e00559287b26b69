"""What the office can do with a report: each step is a form that carries itself out."""

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from gi_site.intake import steps

from . import closing
from .enums import CHOSEN_OUTCOMES, EventKind, Outcome
from .letters import tell_reporter
from .queue import CHANGE


class StepForm(steps.StepForm):
    """A step with a report."""

    permission = CHANGE


class AssignForm(steps.AssignForm, StepForm):
    """Who takes care of the report."""


class NoteForm(steps.NoteForm, StepForm):
    """A note about the report."""


class TakeForm(StepForm):
    """Somebody looks at it."""

    done = _("You take care of this report.")

    @property
    def is_offered(self):
        return self.record.is_open and not self.record.looked_at

    def apply(self):
        closing.take(self.record, self.user)


class PassOnForm(StepForm):
    """It went to the authority."""

    authority = forms.CharField(
        label=_("To which authority?"),
        max_length=120,
        help_text=_("The reporter sees its name; who the reporter is you tell nobody unasked."),
    )
    authority_reference = forms.CharField(
        label=_("Reference of the authority"), max_length=80, required=False
    )
    done = _("Noted that it has been passed on. The reporter sees it, and is told if possible.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("authority", self.record.authority)
        self.initial.setdefault("authority_reference", self.record.authority_reference)

    def apply(self):
        data = self.cleaned_data
        if not closing.pass_on(
            self.record, data["authority"], data["authority_reference"], self.user
        ):
            return _("There was nothing left to do.")
        return None


class AnswerForm(StepForm):
    """An answer to the reporter, by mail if that is the way of contact."""

    text = forms.CharField(
        label=_("Answer to the reporter"), max_length=3000, widget=forms.Textarea(attrs={"rows": 5})
    )
    done = _("The answer is on its way.")

    @property
    def is_offered(self):
        report = self.record
        return not (report.purged_at or report.withdrawn_at or report.outcome == Outcome.SPAM)

    def apply(self):
        text = self.cleaned_data["text"]
        closing.take(self.record, self.user)  # whoever answers takes care of it
        with transaction.atomic():
            event = self.record_once(EventKind.ANSWERED, text)
            if event and not tell_reporter(self.record, "answer", f"answer-{event.pk}", text=text):
                return _("The answer stands on the reporter's page; no mail could be sent.")
        return None


class CloseForm(StepForm):
    """How it ended; feeds the public counts."""

    outcome = forms.ChoiceField(
        label=_("Outcome"),
        choices=[("", "—"), *((outcome.value, outcome.label) for outcome in CHOSEN_OUTCOMES)],
    )
    done = _("Closed. The reporter sees it, and is told if possible.")

    def clean_outcome(self):
        outcome = self.cleaned_data["outcome"]
        needs_authority = (Outcome.CONFIRMED, Outcome.NOT_CONFIRMED)
        if outcome in needs_authority and not self.record.passed_on_at:
            raise forms.ValidationError(
                _("Only the authority can say this: first note to which one it was passed on.")
            )
        return outcome

    def apply(self):
        closing.close(self.record, self.cleaned_data["outcome"], self.user)


class SpamForm(StepForm):
    """It is spam."""

    done = _("Marked as spam. It counts nowhere.")

    def apply(self):
        closing.close(self.record, Outcome.SPAM, self.user)


class ReopenForm(StepForm):
    """It goes on, or it was no spam."""

    done = _("Opened again.")

    @property
    def is_offered(self):
        report = self.record
        return bool(report.closed_at) and not (report.purged_at or report.withdrawn_at)

    def apply(self):
        closing.reopen(self.record, self.user)


STEPS = {
    "take": TakeForm,
    "assign": AssignForm,
    "note": NoteForm,
    "pass-on": PassOnForm,
    "answer": AnswerForm,
    "close": CloseForm,
    "spam": SpamForm,
    "reopen": ReopenForm,
}
