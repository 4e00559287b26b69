"""Reports of misuse in the admin: menu, addresses and who may look."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.menu import Menu
from wagtail.admin.ui.tables import Column, NumberColumn
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet

from gi_site.core.admin_listings import DayColumn
from gi_site.intake.staff import CountingMenuItem, LookPolicy

from . import queue, queue_views
from .models import Erasure, Report


class ReportViewSet(ModelViewSet):
    """The queue."""

    model = Report
    icon = "warning"
    menu_label = _("Queue")
    add_to_reference_index = False
    index_view_class = queue.ReportIndexView
    inspect_view_class = queue_views.ReportView
    inspect_view_enabled = True
    inspect_template_name = queue_views.ReportView.template_name
    copy_view_enabled = False
    filterset_class = queue.ReportFilterSet
    list_display = queue.LIST_COLUMNS
    list_per_page = 50
    search_fields = ["reference"]
    ordering = ["-received_at", "-pk"]
    form_fields = ["assigned_to"]  # of the forms that nobody may open

    @property
    def permission_policy(self):
        return LookPolicy(self.model)

    def get_urlpatterns(self):
        step_view = self.construct_view(self.inspect_view_class, **self.get_inspect_view_kwargs())
        return [
            *super().get_urlpatterns(),
            path("<int:pk>/step/<slug:step>/", step_view, name="step"),
            path("<int:pk>/photos/<int:photo>/", queue_views.attached_photo, name="photo"),
        ]


class ErasureViewSet(ModelViewSet):
    """The log of what was erased."""

    model = Erasure
    icon = "bin"
    menu_label = _("Erasures")
    add_to_reference_index = False
    copy_view_enabled = False
    form_fields = ["reference"]
    search_fields = ["reference"]
    list_filter = ["reason"]
    list_display = [
        Column("reference", label=pgettext_lazy("report", "Reference")),
        Column("reason", label=_("Reason"), accessor="get_reason_display"),
        NumberColumn("files", label=_("Photographs deleted")),
        DayColumn("deleted_at", label=_("Deleted"), sort_key="deleted_at"),
    ]

    @property
    def permission_policy(self):
        return LookPolicy(self.model)


class ReportViewSetGroup(ViewSetGroup):
    """The menu of reports of misuse, beside the inquiries."""

    menu_label = _("Reports of misuse")
    menu_icon = "warning"
    menu_order = 185
    items = (ReportViewSet("reports"), ErasureViewSet("report_erasures"))

    def get_menu_item(self, order=None):
        return CountingMenuItem(
            label=self.menu_label,
            menu=Menu(items=self.get_submenu_items()),
            icon_name=self.menu_icon,
            order=order if order is not None else self.menu_order,
            count=Report.objects.real().to_look_at().count,
        )
