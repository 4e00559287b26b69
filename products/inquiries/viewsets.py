"""Inquiries in the admin: menu, addresses and who may look."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.model import ModelViewSet

from gi_site.intake import staff

from . import inbox, inbox_views
from .models import AnswerTemplate, Deletion, Inquiry


class InquiryViewSet(staff.ReceivedViewSet):
    """The inbox."""

    model = Inquiry
    icon = "mail"
    menu_label = _("Inbox")
    index_view_class = inbox.InquiryIndexView
    inspect_view_class = inbox_views.InquiryView
    filterset_class = inbox.InquiryFilterSet
    list_display = inbox.LIST_COLUMNS

    def get_urlpatterns(self):
        file = path("<int:pk>/files/<int:file>/", inbox_views.attached_file, name="file")
        return [*super().get_urlpatterns(), file]


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


class DeletionViewSet(staff.ErasureViewSet):
    """The log of erased inquiries."""

    model = Deletion


class InquiryViewSetGroup(staff.ReceivedViewSetGroup):
    """The menu of inquiries."""

    menu_label = _("Inquiries")
    menu_icon = "mail"
    menu_order = 180
    items = (
        InquiryViewSet("inquiries"),
        AnswerTemplateViewSet("answer_templates"),
        DeletionViewSet("inquiry_deletions"),
    )

    def waiting(self):
        return Inquiry.objects.real().to_check().count()
