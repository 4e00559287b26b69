"""What visitors have sent in, in the admin: looked at, and moved on step by step.

Each step is a form that carries itself out. `done` is said afterwards; a `ValidationError` from
`apply` is shown at the form, which keeps what was typed. Sent twice, a step is taken once.
"""

import datetime
from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.menu import SubmenuMenuItem
from wagtail.admin.views import generic
from wagtail.permission_policies import ModelPermissionPolicy

# The same text within this time is the same form, sent twice.
ECHO = datetime.timedelta(minutes=5)
# Who looks again within this time is not noted again.
SAME_VISIT = datetime.timedelta(hours=1)


class LookPolicy(ModelPermissionPolicy):
    """To look at; what can be done besides is a step, with its own rules."""

    def user_has_permission(self, user, action):
        return action == "view" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions):
        return "view" in actions and self.user_has_permission(user, "view")


class CountingMenuItem(SubmenuMenuItem):
    """A menu with the number of what waits: `count()`."""

    def __init__(self, *args, count: Callable[[], int], **kwargs):
        super().__init__(*args, **kwargs)
        self.count = count

    def render_component(self, request):
        component = super().render_component(request)
        if number := self.count():
            component.label = f"{component.label} ({number})"
        return component


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
        raise NotImplementedError

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


class StepsView(generic.InspectView):
    """Shows a record; a POST takes a step with it (`steps`) and shows what came of it."""

    steps: dict[str, type[StepForm]] = {}
    detail_url_name = ""

    def get_fields(self):
        return []

    def get_fields_context(self):
        return []

    def get(self, request, *args, **kwargs):
        self.note_view()
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, step, **kwargs):
        form_class = self.steps.get(step)
        if form_class is None:
            raise Http404
        if not request.user.has_perm(form_class.permission):
            raise PermissionDenied
        form = form_class(request.POST, record=self.object, user=request.user)
        if form.is_valid():
            try:
                message = form.apply() if form.is_offered else _("There was nothing left to do.")
            except ValidationError as error:
                form.add_error(None, error)
            else:
                messages.success(request, message or form.done)
                return redirect(self.detail_url_name, self.object.pk)
        messages.error(request, " ".join(e for errors in form.errors.values() for e in errors))
        self.object = self.get_object()  # a step that failed may have changed something
        self.note_view()
        context = self.get_context_data(**{form_name(step): form})
        return self.render_to_response(context, status=422)

    def note_view(self):
        """Writes down that personal data is seen, if it is."""
        raise NotImplementedError

    def get_context_data(self, **kwargs):
        forms = {
            form_name(step): form_class(record=self.object, user=self.request.user)
            for step, form_class in self.steps.items()
        }
        return super().get_context_data(**(forms | kwargs))


def form_name(step: str) -> str:
    """What the template calls the form of `step`."""
    return f"{step.replace('-', '_')}_form"
