"""What is left to do in the catalogue, on the admin's home page."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component

from products.catalogue.enums import ProductState, ProtectionStatus
from products.catalogue.gaps import Gap, count_by_gap, protections_with_status

PRODUCT_TASKS = {
    Gap.ILLUSTRATION: _("GI products without an illustration"),
    Gap.SEASON: _("GI products without a season"),
    Gap.CHECK: _("GI products whose facts were not checked for a year"),
}


def _list_url(model, **filters):
    return f"{reverse(f'wagtailsnippets_catalogue_{model}:list')}?{urlencode(filters)}"


class CataloguePanel(Component):
    """Counts with links to the lists behind them."""

    name = "catalogue"
    order = 60
    for_those_who_may = ("catalogue.change_giproduct", "catalogue.change_protection")
    template_name = "core/admin/to_do_panel.html"

    def get_context_data(self, parent_context):
        counts = count_by_gap(*PRODUCT_TASKS)
        rows = [
            (label, counts[gap], _list_url("giproduct", gap=gap, state=ProductState.LISTED))
            for gap, label in PRODUCT_TASKS.items()
        ]
        unverified = ProtectionStatus.UNVERIFIED
        rows.append(
            (
                _("Protections to be verified"),
                len(protections_with_status(unverified)),
                _list_url("protection", status=unverified),
            )
        )
        return {"id": "catalogue-to-do", "heading": _("Catalogue: left to do"), "rows": rows}
