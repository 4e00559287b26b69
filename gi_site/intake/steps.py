"""What the office can do with what came in: each step is a form that carries itself out.

`done` is said afterwards; a `ValidationError` from `apply` is shown at the form, which keeps what
was typed. Sent twice, a step is taken once.
"""

import datetime

from django import forms
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .inbox import officers
from .records import ASSIGNED, NOTE, OFFICE

# The same text within this time is the same form, sent twice.
ECHO = datetime.timedelta(minutes=5)


class StepForm(forms.Form):
    """A step with `record`, taken by `user`."""

    done = ""
    permission = ""
    error_css_class = "is-wrong"

    def __init__(self, *args, record, user, **kwargs):
        self.record, self.user = record, user
        super().__init__(*args, auto_id=f"{type(self).__name__.lower()}_%s", **kwargs)

    @property
    def is_offered(self) -> bool:
        """Whether this step can be taken now."""
        return self.record.is_open

    def apply(self):
        """Takes the step; may give a message in place of `done`."""
        raise NotImplementedError

    def write_event(self, kind, text: str):
        """Adds a step to the history of `record`, in the name of `user`."""
        return self.record.events.create(kind=kind, actor=OFFICE, user=self.user, text=text)

    def record_once(self, kind, text: str):
        """An event with `text`; None if it has just been written or `record` is erased."""
        with transaction.atomic():
            rows = type(self.record).objects.select_for_update(of=("self",))
            # As it is now: what was erased meanwhile gets no words any more, nor a mail.
            self.record = rows.get(pk=self.record.pk)
            if self.record.purged_at:
                return None
            echo = self.record.events.filter(
                kind=kind, user=self.user, text=text, at__gt=timezone.now() - ECHO
            )
            return None if echo.exists() else self.write_event(kind, text)


class AssignForm(StepForm):
    """Who takes care of it."""

    assigned_to = forms.ModelChoiceField(
        queryset=None, label=_("Assigned to"), required=False, empty_label=_("nobody")
    )
    done = _("Assigned.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["assigned_to"].queryset = officers(self.permission)
        self.initial.setdefault("assigned_to", self.record.assigned_to_id or self.user.pk)

    def apply(self):
        officer = self.cleaned_data["assigned_to"]
        changed = type(self.record).objects.filter(pk=self.record.pk).exclude(assigned_to=officer)
        with transaction.atomic():
            if changed.update(assigned_to=officer):
                name = officer.get_full_name() or officer.username if officer else ""
                self.write_event(ASSIGNED, name)


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
        self.record_once(NOTE, self.cleaned_data["text"])
