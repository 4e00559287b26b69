"""Plain-text mail from templates, through the durable queue."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.translation import override
from wagtail.models import Site

from gi_site.core.models import SiteSettings


def post(template: str, to: str, language: str, key: str, headers=None, **context):
    """Queues `template` to `to`, in `language`; `key` is queued once only.

    The first line of the template is the subject, an empty line follows. Call it in the
    transaction that writes what the mail reports.
    """
    with override(language):
        text = render_to_string(template, context | {"owner": owner()})
    subject, _newline, body = text.strip().partition("\n")
    message = EmailMessage(" ".join(subject.split()), body.strip() + "\n", to=[to], headers=headers)
    message.mail_key = key
    message.send()


def office_address() -> str:
    """Where the programme office reads its mail."""
    return _settings().contact_email or settings.DEFAULT_FROM_EMAIL


def owner() -> str:
    """The name of the programme office in the active language; "" while it is not set."""
    return _settings().owner


def is_enforcing_authority() -> bool:
    """Whether the programme office itself decides on misuse."""
    return _settings().is_enforcing_authority


def _settings() -> SiteSettings:
    return SiteSettings.for_site(Site.objects.get(is_default_site=True))
