"""Mail about inquiries."""

from gi_site.intake import mails
from gi_site.intake.mails import office_address

__all__ = ["office_address", "post"]


def post(name: str, to: str, language: str, key: str, **context):
    """Queues `inquiries/mail/<name>.txt`; see `gi_site.intake.mails.post`."""
    mails.post(f"inquiries/mail/{name}.txt", to, language, key, **context)
