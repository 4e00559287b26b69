"""Reports of misuse in the admin: menu, addresses and who may look."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from gi_site.intake import staff

from . import queue, queue_views
from .models import Erasure, Report


class ReportViewSet(staff.ReceivedViewSet):
    """The queue."""

    model = Report
    icon = "warning"
    menu_label = _("Queue")
    index_view_class = queue.ReportIndexView
    inspect_view_class = queue_views.ReportView
    filterset_class = queue.ReportFilterSet
    list_display = queue.LIST_COLUMNS

    def get_urlpatterns(self):
        photo = path("<int:pk>/photos/<int:photo>/", queue_views.attached_photo, name="photo")
        return [*super().get_urlpatterns(), photo]


class ErasureViewSet(staff.ErasureViewSet):
    """The log of erased reports."""

    model = Erasure


class ReportViewSetGroup(staff.ReceivedViewSetGroup):
    """The menu of reports of misuse, beside the inquiries."""

    menu_label = _("Reports of misuse")
    menu_icon = "warning"
    menu_order = 185
    items = (ReportViewSet("reports"), ErasureViewSet("report_erasures"))

    def waiting(self):
        return Report.objects.real().to_look_at().count()
