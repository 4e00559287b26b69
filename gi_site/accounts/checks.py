from django.core.checks import Error, register
from django.urls import Resolver404, resolve, reverse

from .urls import sign_in

PASSWORD_ADDRESSES = ("wagtailadmin_login", "wagtailcore_login")


@register()
def sign_in_has_one_door(app_configs, **kwargs):
    """Wagtail's own login views know no second factor; nothing may lead to them."""
    return [
        Error(
            f"{address} does not lead to the staff sign-in.",
            hint="Include gi_site.accounts.urls before Wagtail's URLs.",
            id="accounts.E001",
        )
        for address in map(reverse, PASSWORD_ADDRESSES)
        if not _leads_to_sign_in(address)
    ]


def _leads_to_sign_in(address) -> bool:
    try:
        return resolve(address).func is sign_in
    except Resolver404:
        return True
