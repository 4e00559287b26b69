"""What is left to do in the registry, on the admin's home page."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component

from products.registry.enums import BatchState, Status
from products.registry.models import Authorisation, ImportBatch
from products.registry.two_people import CONFIRM
from products.registry.viewsets import Waiting, ending_soon, waiting_events


class RegistryPanel(Component):
    """Counts with links to the lists behind them."""

    name = "registry"
    order = 55
    for_those_who_may = CONFIRM
    template_name = "core/admin/to_do_panel.html"

    def get_context_data(self, parent_context):
        entries = Authorisation.objects.all()
        reported = entries.having_status(Status.REPORTED)
        with_events = waiting_events().values("authorisation").distinct()
        imports = ImportBatch.objects.filter(state=BatchState.WAITING)
        imports_url = f"{reverse('registry_imports:index')}?state={BatchState.WAITING}"
        rows = [
            (
                _("Entries that wait for a second person"),
                entries.waiting().count(),
                _list_url(waiting=Waiting.ENTRY),
            ),
            (
                _("Entries with events that wait for a second person"),
                with_events.count(),
                _list_url(waiting=Waiting.EVENTS),
            ),
            (_("Imports that wait for a second person"), imports.count(), imports_url),
            (
                _("Entries that end within 60 days"),
                ending_soon().count(),
                _list_url(ends_soon="true"),
            ),
            (
                _("Reported entries, to be verified"),
                reported.count(),
                _list_url(status=Status.REPORTED),
            ),
        ]
        return {"id": "registry-to-do", "heading": _("Registry: left to do"), "rows": rows}


def _list_url(**filters):
    return f"{reverse('wagtailsnippets_registry_authorisation:list')}?{urlencode(filters)}"
