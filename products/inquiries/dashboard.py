"""What is left to do with inquiries, on the admin's home page."""

from urllib.parse import urlencode

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component

from gi_site.intake.inbox import NOBODY

from .enums import Status
from .models import Inquiry

VIEW = "inquiries.view_inquiry"


class InquiriesPanel(Component):
    """Counts with links to the lists behind them, from one query; without samples."""

    name = "inquiries"
    order = 50
    template_name = "core/admin/to_do_panel.html"

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        counts = (
            Inquiry.objects.real()
            .open()
            .with_status()
            .with_overdue()
            .aggregate(
                to_check=Count("pk", filter=Q(status_known=Status.RECEIVED)),
                overdue=Count("pk", filter=Q(is_overdue=True)),
                nobodys=Count("pk", filter=Q(assigned_to=None)),
                mine=Count("pk", filter=Q(assigned_to=user)),
                answered=Count("pk", filter=Q(status_known=Status.ANSWERED)),
            )
        )
        states = [Status.RECEIVED, Status.SENT, Status.OPENED, Status.ANSWERED]
        rows = [
            (_("Inquiries to check"), counts["to_check"], _list_url(status=Status.RECEIVED)),
            (_("Overdue"), counts["overdue"], _list_url(is_overdue="true")),
            (_("Mine"), counts["mine"], _list_url(assigned_to=user.pk, status=states)),
            (
                _("Without anybody who takes care"),
                counts["nobodys"],
                _list_url(assigned_to=NOBODY, status=states),
            ),
            (
                _("Answered, to be followed up and closed"),
                counts["answered"],
                _list_url(status=Status.ANSWERED),
            ),
        ]
        return {"id": "inquiries-to-do", "heading": _("Inquiries: left to do"), "rows": rows}


def _list_url(**filters):
    query = urlencode({"is_sample": "false"} | filters, doseq=True)
    return f"{reverse('inquiries:index')}?{query}"
