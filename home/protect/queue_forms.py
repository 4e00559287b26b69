"""What the office can do with a report: each step is a form that carries itself out."""

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from gi_site.intake import staff

from . import closing
from .enums import CHOSEN_OUTCOMES, Actor, EventKind, Outcome
from .history import record
from .letters import tell_reporter
from .models import Report
from .queue import CHANGE, officers


class StepForm(staff.StepForm):
    """A step with a report."""

    permission = CHANGE

    def write_event(self, kind, text):
        return record(self.record, kind, Actor.OFFICE, user=self.user, text=text)


class TakeForm(StepForm):
    """Somebody looks at it."""

    done = _("You take care of this report.")

    @property
    def is_offered(self):
        return self.record.is_open and not self.record.looked_at

    def apply(self):
        closing.take(self.record, self.user)


class AssignForm(StepForm):
    """Who takes care of it."""

    assigned_to = forms.ModelChoiceField(
        queryset=None, label=_("Assigned to"), required=False, empty_label=_("nobody")
    )
    done = _("Assigned.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["assigned_to"].queryset = officers()
        self.initial.setdefault("assigned_to", self.record.assigned_to_id)

    def apply(self):
        officer = self.cleaned_data["assigned_to"]
        changed = Report.objects.filter(pk=self.record.pk).exclude(assigned_to=officer)
        with transaction.atomic():
            if changed.update(assigned_to=officer):
                name = officer.get_full_name() or officer.username if officer else ""
                self.write_event(EventKind.ASSIGNED, name)


class NoteForm(StepForm):
    """A note that only staff see."""

    text = forms.CharField(
        label=_("Private note"), max_length=3000, widget=forms.Textarea(attrs={"rows": 3})
    )
    done = _("The note is kept.")

    @property
    def is_offered(self):
        return not self.record.purged_at

    def apply(self):
        self.record_once(EventKind.NOTE, self.cleaned_data["text"])


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
