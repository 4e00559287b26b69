"""Secret links: issued, found again, revoked. The token itself is never stored."""

import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from gi_site.intake.codes import digest, new_token

from .models import AccessLink, Inquiry, Recipient


def issue_link(inquiry: Inquiry, recipient: Recipient | None = None) -> str:
    """Absolute address of a new secret link for the buyer, or for `recipient`.

    The buyer's holds until the inquiry is erased, a recipient's for INQUIRY_LINK_DAYS. Earlier
    links of a recipient stop working; those of the buyer go on.
    """
    token, now = new_token(), timezone.now()
    if recipient:
        revoke_links(recipient)
        expires_at = now + datetime.timedelta(days=settings.INQUIRY_LINK_DAYS)
    else:
        # As long as the inquiry itself: erasing it stops the link.
        expires_at = now + datetime.timedelta(days=10 * 365)
    AccessLink.objects.create(
        inquiry=inquiry, recipient=recipient, digest=digest(token), expires_at=expires_at
    )
    return link_address(token, inquiry, recipient)


def link_address(token: str, inquiry: Inquiry, recipient: Recipient | None = None) -> str:
    """Where `token` leads to: buyers in their language, producers in Chinese."""
    name = "answer_inquiry" if recipient else "track_inquiry"
    with override("zh-hans" if recipient else inquiry.language):
        return settings.SITE_URL.rstrip("/") + reverse(name, args=[token])


def revoke_links(recipient: Recipient) -> int:
    """Stop the links of `recipient` from working; how many did until now."""
    links = AccessLink.objects.filter(recipient=recipient, revoked_at=None)
    return links.update(revoked_at=timezone.now())
