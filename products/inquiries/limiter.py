"""How often one address and one contact may send inquiries."""

import datetime
import math

from django.utils import timezone

from gi_site.intake.limiter import DAY

from .models import Inquiry, SpamMark

SENT_BY_ADDRESS = 10  # an hour
SENT_BY_CONTACT = 5  # a day
ASKED_BY_ADDRESS = 60  # an hour: checks before sending, which store files
LINKS_BY_ADDRESS = 5  # an hour


def wait_of_contact(digest: str) -> int:
    """Seconds until this contact may send again; 0 if it may now."""
    if SpamMark.objects.filter(digest=digest).exists():
        return DAY
    since = timezone.now() - datetime.timedelta(seconds=DAY)
    times = Inquiry.objects.filter(contact_digest=digest, received_at__gt=since)
    times = list(times.order_by("-received_at").values_list("received_at", flat=True))
    if len(times) < SENT_BY_CONTACT:
        return 0
    return max(1, math.ceil((times[SENT_BY_CONTACT - 1] - since).total_seconds()))
