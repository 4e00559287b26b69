"""What is left to do with reports of misuse, on the admin's home page."""

from urllib.parse import urlencode

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component

from .enums import Status
from .models import Report

VIEW = "protect.view_report"


class ReportsPanel(Component):
    """Counts with links to the lists behind them, from one query; without samples."""

    name = "reports"
    order = 55
    template_name = "core/admin/to_do_panel.html"

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        counts = (
            Report.objects.real()
            .open()
            .with_status()
            .with_overdue()
            .aggregate(
                received=Count("pk", filter=Q(status_known=Status.RECEIVED)),
                overdue=Count("pk", filter=Q(is_overdue=True)),
                mine=Count("pk", filter=Q(assigned_to=user)),
                passed_on=Count("pk", filter=Q(status_known=Status.PASSED_ON)),
            )
        )
        open_states = [Status.RECEIVED, Status.LOOKED_AT, Status.PASSED_ON]
        rows = [
            (_("Reports to look at"), counts["received"], _list_url(status=Status.RECEIVED)),
            (_("Overdue"), counts["overdue"], _list_url(is_overdue="true")),
            (_("Mine"), counts["mine"], _list_url(assigned_to=user.pk, status=open_states)),
            (
                _("With the authority, to be closed"),
                counts["passed_on"],
                _list_url(status=Status.PASSED_ON),
            ),
        ]
        return {"id": "reports-to-do", "heading": _("Reports of misuse: left to do"), "rows": rows}


def _list_url(**filters):
    query = urlencode({"is_sample": "false"} | filters, doseq=True)
    return f"{reverse('reports:index')}?{query}"
