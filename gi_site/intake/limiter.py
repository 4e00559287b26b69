"""How often one address may send; counted for all workers, without names."""

import math
import time

from django.core.cache import caches
from django.utils.crypto import salted_hmac

from gi_site.ops.limits import address_of

HOUR, DAY = 3600, 24 * 3600
# Digests of contacts are stored: another salt would make strangers of them.
SALT = "inquiries.limiter"


def digest_of(text: str) -> str:
    """Keyed digest of a contact or address: the same for the same text, and no way back."""
    text = "".join(text.split()).casefold()
    return salted_hmac(SALT, text, algorithm="sha256").hexdigest()


def take(scope: str, request, amount: int, seconds: int = HOUR) -> int:
    """Counts one more of `scope` from this address; seconds to wait, 0 while it is allowed."""
    return take_for(scope, address_of(request), amount, seconds)


def take_for(scope: str, who: str, amount: int, seconds: int = HOUR) -> int:
    """Counts one more of `scope` for `who`, an address or a contact; seconds to wait."""
    now = time.time()
    window, digest = int(now // seconds), digest_of(who)
    # A place for each: adding decides between workers, counting up would not in every cache.
    cache = caches["default"]
    for place in range(amount):
        if cache.add(f"intake-{scope}-{digest}-{window}-{place}", 1, seconds):
            return 0
    return math.ceil((window + 1) * seconds - now)
