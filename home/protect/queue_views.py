"""One report in the admin: what was seen, what happened, what to do next."""

from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy

from gi_site.core.models import SiteSettings
from gi_site.intake.staff import StepsView, note_look
from gi_site.intake.uploads import download

from .enums import Actor, EventKind
from .models import Report, ReportEvent, ReportPhoto
from .queue import CHANGE, SEE_PERSONS
from .queue_forms import STEPS


def for_detail():
    """Reports with all that their page shows."""
    events = ReportEvent.objects.select_related("user")
    reports = Report.objects.with_overdue().select_related("product", "district", "assigned_to")
    return reports.prefetch_related("photos", Prefetch("events", events))


class ReportView(StepsView):
    """Shows a report and takes steps with it."""

    template_name = "protect/admin/report.html"
    page_title = gettext_lazy("Report of misuse")
    steps = STEPS
    detail_url_name = "reports:inspect"
    change_permission = CHANGE
    see_permission = SEE_PERSONS

    def get_object(self, queryset=None):
        return get_object_or_404(for_detail(), pk=self.pk)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "report": self.object,
            "photos": self.object.photos.all(),
            "enforces": SiteSettings.for_request(self.request).is_enforcing_authority,
            "EventKind": EventKind,
            "Actor": Actor,
        }


def attached_photo(request, pk, photo):
    """A photograph of the reporter."""
    user = request.user
    if not user.has_perm(SEE_PERSONS) or not user.has_perm("protect.view_report"):
        raise PermissionDenied
    row = get_object_or_404(ReportPhoto.objects.select_related("report"), pk=photo, report=pk)
    note_look(row.report, user)
    return download(row)
