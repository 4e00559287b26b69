"""The catalogue in Wagtail's admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from products.catalogue.admin_views import MarkCheckedAction
from products.catalogue.dashboard import CataloguePanel
from products.catalogue.viewsets import CatalogueViewSetGroup

register_snippet(CatalogueViewSetGroup)
hooks.register("register_bulk_action", MarkCheckedAction)


@hooks.register("register_log_actions")
def register_check_action(actions):
    """The check stands in the history of a product."""
    actions.register_action("catalogue.check", _("Check facts"), _("Facts checked"))


@hooks.register("construct_homepage_panels")
def add_catalogue_panel(request, panels):
    """What is left to do comes first on the admin's home page."""
    if any(map(request.user.has_perm, CataloguePanel.for_those_who_may)):
        panels.append(CataloguePanel())
