"""Inquiries in Wagtail's admin."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from .dashboard import VIEW, InquiriesPanel
from .statistics_views import InquiriesMenuItem, StatisticsView
from .viewsets import InquiryViewSetGroup


@hooks.register("register_admin_viewset")
def register_inquiries():
    """Inbox, answer templates and the log of erasures."""
    return InquiryViewSetGroup()


@hooks.register("register_admin_urls")
def register_urls():
    """The figures."""
    return [
        path("reports/inquiries/", StatisticsView.as_view(), name="inquiry_statistics"),
    ]


@hooks.register("register_reports_menu_item")
def register_report():
    """Among the reports."""
    return InquiriesMenuItem(
        _("Inquiries"), reverse("inquiry_statistics"), name="inquiry-figures", icon_name="mail"
    )


@hooks.register("construct_homepage_panels")
def add_panel(request, panels):
    """For those who work on inquiries."""
    if request.user.has_perm(VIEW):
        panels.append(InquiriesPanel())
