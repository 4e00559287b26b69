"""The registry in Wagtail's admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from products.registry.dashboard import RegistryPanel
from products.registry.viewsets import ConfirmAction, RegistryViewSetGroup

register_snippet(RegistryViewSetGroup)
hooks.register("register_bulk_action", ConfirmAction)

IMPORT_ACTIONS = {
    "registry.submit_import": (_("Submit import"), _("Import submitted for confirmation")),
    "registry.confirm_import": (_("Confirm import"), _("Import confirmed")),
    "registry.withdraw_import": (_("Withdraw import"), _("Import withdrawn")),
    "registry.undo_import": (_("Undo import"), _("Import undone")),
}


@hooks.register("construct_homepage_panels")
def add_registry_panel(request, panels):
    """What is left to do comes first on the admin's home page."""
    if request.user.has_perm(RegistryPanel.for_those_who_may):
        panels.append(RegistryPanel())


@hooks.register("register_log_actions")
def register_confirmation(actions):
    """The confirmation stands in the history of an entry."""
    actions.register_action("registry.confirm", _("Confirm entry"), _("Entry confirmed"))


@hooks.register("register_log_actions")
def register_import_actions(actions):
    """The steps of an import stand in its history and in that of the entries."""
    for name, (label, message) in IMPORT_ACTIONS.items():
        actions.register_action(name, label, message)
