"""Inquiries in the admin: menu, addresses and who may look."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import Menu
from wagtail.admin.ui.tables import Column, NumberColumn
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet

from gi_site.core.admin_listings import DayColumn
from gi_site.intake.staff import CountingMenuItem, LookPolicy

from . import inbox, inbox_views
from .models import AnswerTemplate, Deletion, Inquiry


class InquiryViewSet(ModelViewSet):
    """The inbox."""

    model = Inquiry
    icon = "mail"
    menu_label = _("Inbox")
    add_to_reference_index = False
    index_view_class = inbox.InquiryIndexView
    inspect_view_class = inbox_views.InquiryView
    inspect_view_enabled = True
    inspect_template_name = inbox_views.InquiryView.template_name
    copy_view_enabled = False
    filterset_class = inbox.InquiryFilterSet
    list_display = inbox.LIST_COLUMNS
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
            path("<int:pk>/files/<int:file>/", inbox_views.attached_file, name="file"),
        ]


class AnswerTemplateViewSet(ModelViewSet):
    """Texts that the office often sends."""

    model = AnswerTemplate
    icon = "doc-full"
    menu_label = _("Answer templates")
    add_to_reference_index = False
    copy_view_enabled = False
    form_fields = ["title", "body_zh", "body_en"]
    search_fields = ["title"]
    list_display = ["title"]


class DeletionViewSet(ModelViewSet):
    """The log of what was erased."""

    model = Deletion
    icon = "bin"
    menu_label = _("Erasures")
    add_to_reference_index = False
    copy_view_enabled = False
    form_fields = ["reference"]
    search_fields = ["reference"]
    list_filter = ["reason"]
    list_display = [
        Column("reference", label=_("Reference")),
        Column("reason", label=_("Reason"), accessor="get_reason_display"),
        NumberColumn("files", label=_("Files deleted")),
        DayColumn("deleted_at", label=_("Deleted"), sort_key="deleted_at"),
    ]

    @property
    def permission_policy(self):
        return LookPolicy(self.model)


class InquiryViewSetGroup(ViewSetGroup):
    """The menu of inquiries."""

    menu_label = _("Inquiries")
    menu_icon = "mail"
    menu_order = 180
    items = (
        InquiryViewSet("inquiries"),
        AnswerTemplateViewSet("answer_templates"),
        DeletionViewSet("inquiry_deletions"),
    )

    def get_menu_item(self, order=None):
        return CountingMenuItem(
            label=self.menu_label,
            menu=Menu(items=self.get_submenu_items()),
            icon_name=self.menu_icon,
            order=order if order is not None else self.menu_order,
            count=Inquiry.objects.real().to_check().count,
        )
