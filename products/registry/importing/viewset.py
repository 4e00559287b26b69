"""The import in the admin: menu, addresses and who may look."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, NumberColumn, TitleColumn
from wagtail.admin.viewsets.model import ModelViewSet

from gi_site.core.admin_listings import DayColumn
from gi_site.core.policies import OnlyPolicy
from products.registry.importing import views
from products.registry.importing.forms import UploadForm
from products.registry.models import ImportBatch


class ImportViewSet(ModelViewSet):
    """Upload, report, confirmation."""

    model = ImportBatch
    icon = "upload"
    menu_label = _("Registry import")
    menu_order = 160
    add_to_admin_menu = True
    add_to_reference_index = False
    index_view_class = views.ImportIndexView
    add_view_class = views.UploadView
    inspect_view_class = views.ReportView
    inspect_view_enabled = True
    copy_view_enabled = False
    create_template_name = views.UploadView.template_name
    inspect_template_name = views.ReportView.template_name
    list_filter = ["state"]
    search_fields = ["file_name"]
    list_display = [
        TitleColumn("file_name", label=_("File"), get_url=views.report_url),
        Column("state", label=_("State"), accessor="get_state_display", sort_key="state"),
        NumberColumn("rows_total", label=_("Rows"), sort_key="rows_total"),
        Column("uploaded_by", label=_("Uploaded by")),
        DayColumn("uploaded_at", label=_("Uploaded"), sort_key="uploaded_at"),
        Column("closed_by", label=_("Confirmed, withdrawn or undone by")),
    ]

    @property
    def permission_policy(self):
        # Uploaded and looked at; everything else is a step, with its own rules.
        return OnlyPolicy(self.model, "add", "view")

    def get_form_class(self, for_update=False):
        return UploadForm

    def get_urlpatterns(self):
        return [
            *super().get_urlpatterns(),
            path("template.<str:kind>", views.blank_file, name="template"),
            path("<int:pk>/file/", views.uploaded_file, name="file"),
            path("<int:pk>/report.csv", views.findings_file, name="findings"),
            path("<int:pk>/step/<str:step>/", views.StepView.as_view(), name="step"),
        ]
