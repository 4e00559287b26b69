"""How often one address and one contact may send; counted for all workers, without names."""

import datetime
import math
import time

from django.core.cache import caches
from django.utils import timezone
from django.utils.crypto import salted_hmac

from gi_site.ops.limits import address_of

from .models import Inquiry, SpamMark

HOUR, DAY = 3600, 24 * 3600
SENT_BY_ADDRESS = 10  # an hour
SENT_BY_CONTACT = 5  # a day
ASKED_BY_ADDRESS = 60  # an hour: checks before sending, which store files
LINKS_BY_ADDRESS = 5  # an hour


def digest_of(text: str) -> str:
    """Keyed digest of a contact or address: the same for the same text, and no way back."""
    text = "".join(text.split()).casefold()
    return salted_hmac("inquiries.limiter", text, algorithm="sha256").hexdigest()


def take(scope: str, request, amount: int, seconds: int = HOUR) -> int:
    """Counts one more of `scope` from this address; seconds to wait, 0 while it is allowed."""
    now = time.time()
    window, digest = int(now // seconds), digest_of(address_of(request))
    # A place for each: adding decides between workers, counting up would not in every cache.
    cache = caches["default"]
    for place in range(amount):
        if cache.add(f"inquiries-{scope}-{digest}-{window}-{place}", 1, seconds):
            return 0
    return math.ceil((window + 1) * seconds - now)


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
