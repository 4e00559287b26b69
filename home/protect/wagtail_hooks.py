"""Reports of misuse in Wagtail's admin."""

from wagtail import hooks

from .dashboard import VIEW, ReportsPanel
from .viewsets import ReportViewSetGroup


@hooks.register("register_admin_viewset")
def register_reports():
    """The queue and the log of erasures."""
    return ReportViewSetGroup()


@hooks.register("construct_homepage_panels")
def add_panel(request, panels):
    """For those who work on reports."""
    if request.user.has_perm(VIEW):
        panels.append(ReportsPanel())
