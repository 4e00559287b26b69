"""What visitors have sent in, in the admin: the menu, who may look, and a page for each."""

import datetime
from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.menu import Menu, SubmenuMenuItem
from wagtail.admin.ui.tables import Column, NumberColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet

from gi_site.core.admin_listings import DayColumn
from gi_site.core.policies import OnlyPolicy

from .records import OFFICE, VIEWED
from .steps import StepForm

# Who looks again within this time is not noted again.
SAME_VISIT = datetime.timedelta(hours=1)
NOTHING_LEFT = _("There was nothing left to do.")


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


class StepsView(generic.InspectView):
    """Shows a record; a POST takes a step with it (`steps`) and shows what came of it."""

    steps: dict[str, type[StepForm]] = {}
    detail_url_name = ""
    change_permission = ""
    see_permission = ""
    looks = (VIEWED,)  # the kinds of steps of those who only looked

    @property
    def may_see_persons(self) -> bool:
        """Whether the reader may see who has sent it, and what was written."""
        return self.request.user.has_perm(self.see_permission)

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
                message = form.apply() if form.is_offered else NOTHING_LEFT
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
        if self.may_see_persons:
            note_look(self.object, self.request.user)

    def get_context_data(self, **kwargs):
        user = self.request.user
        forms = {
            form_name(step): form_class(record=self.object, user=user)
            for step, form_class in self.steps.items()
        }
        events = list(self.object.events.all())
        return super().get_context_data(**(forms | kwargs)) | {
            "is_overdue": self.object.is_overdue,
            "events": [each for each in events if each.kind not in self.looks],
            "looks": [each for each in events if each.kind in self.looks],
            "may_see": self.may_see_persons,
            "may_change": user.has_perm(self.change_permission),
        }


def note_look(record, user):
    """Writes into the history of `record` that `user` has seen personal data, once a visit."""
    seen = record.events.filter(kind=VIEWED, user=user, at__gt=timezone.now() - SAME_VISIT)
    if not record.purged_at and not seen.exists():
        record.events.create(kind=VIEWED, actor=OFFICE, user=user)


def form_name(step: str) -> str:
    """What the template calls the form of `step`."""
    return f"{step.replace('-', '_')}_form"


class ReceivedViewSet(ModelViewSet):
    """The list and, for each of its rows, a `StepsView` (`inspect_view_class`)."""

    add_to_reference_index = False
    inspect_view_enabled = True
    copy_view_enabled = False
    list_per_page = 50
    search_fields = ["reference"]
    ordering = ["-received_at", "-pk"]
    form_fields = ["assigned_to"]  # of the forms that nobody may open

    @property
    def inspect_template_name(self):
        return self.inspect_view_class.template_name

    @property
    def permission_policy(self):
        return OnlyPolicy(self.model, "view")

    def get_urlpatterns(self):
        step_view = self.construct_view(self.inspect_view_class, **self.get_inspect_view_kwargs())
        return [
            *super().get_urlpatterns(),
            path("<int:pk>/step/<slug:step>/", step_view, name="step"),
        ]


class ErasureViewSet(ModelViewSet):
    """The log of what was erased."""

    icon = "bin"
    menu_label = _("Erasures")
    add_to_reference_index = False
    copy_view_enabled = False
    form_fields = ["reference"]
    search_fields = ["reference"]
    list_filter = ["reason"]
    list_display = [
        Column("reference", label=pgettext_lazy("erasure", "Reference")),
        Column("reason", label=_("Reason"), accessor="get_reason_display"),
        NumberColumn("files", label=_("Files deleted")),
        DayColumn("deleted_at", label=_("Deleted"), sort_key="deleted_at"),
    ]

    @property
    def permission_policy(self):
        return OnlyPolicy(self.model, "view")


class ReceivedViewSetGroup(ViewSetGroup):
    """A menu that tells how many wait for somebody to look at them."""

    def waiting(self) -> int:
        """How many wait."""
        raise NotImplementedError

    def get_menu_item(self, order=None):
        return CountingMenuItem(
            label=self.menu_label,
            menu=Menu(items=self.get_submenu_items()),
            icon_name=self.menu_icon,
            order=order if order is not None else self.menu_order,
            count=self.waiting,
        )
