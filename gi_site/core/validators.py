"""Validators shared by the records."""

from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

validate_http_url = URLValidator(
    schemes=["http", "https"], message=_("Enter an address that begins with http:// or https://.")
)
