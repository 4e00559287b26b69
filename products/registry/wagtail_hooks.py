"""The registry in Wagtail's admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from products.registry.importing.viewset import ImportViewSet, WaitingImportsPanel

IMPORT_ACTIONS = {
    "registry.submit_import": (_("Submit import"), _("Import submitted for confirmation")),
    "registry.confirm_import": (_("Confirm import"), _("Import confirmed")),
    "registry.withdraw_import": (_("Withdraw import"), _("Import withdrawn")),
    "registry.undo_import": (_("Undo import"), _("Import undone")),
}


@hooks.register("register_admin_viewset")
def register_imports():
    """Upload, report and confirmation of files."""
    return ImportViewSet("registry_imports")


@hooks.register("construct_homepage_panels")
def add_waiting_imports(request, panels):
    """What waits for this person's confirmation."""
    panel = WaitingImportsPanel(request.user)
    if panel.rows:
        panels.append(panel)


@hooks.register("register_log_actions")
def register_import_actions(actions):
    """The steps of an import stand in its history and in that of the entries."""
    for name, (label, message) in IMPORT_ACTIONS.items():
        actions.register_action(name, label, message)
