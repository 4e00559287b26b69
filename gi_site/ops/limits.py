"""How often one address may ask for what costs; counted in the shared cache, for all workers."""

import hashlib
import ipaddress
import time
from functools import wraps

from django.conf import settings
from django.core.cache import caches
from django.http import HttpResponse
from django.shortcuts import render

WINDOW = 60  # seconds
# What a form of the public may weigh, with four photographs; staff upload more.
MAX_REQUEST = 50 * 1024 * 1024


class RequestSizeMiddleware:
    """Refuses what is too large before anything of it is read."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        size = request.META.get("CONTENT_LENGTH") or "0"
        is_too_large = not size.isdecimal() or int(size[:18]) > MAX_REQUEST
        if is_too_large and not request.path.startswith("/admin/"):
            return HttpResponse(status=413)
        return self.get_response(request)


def per_minute(amount: int, scope: str):
    """Decorator for a view: more than `amount` requests a minute from one address get 429.

    `amount` must lie far above what people do, also several behind one address.
    """

    def decorate(view):
        @wraps(view)
        def limited(request, *args, **kwargs):
            if hits_this_minute(request, scope) > amount:
                return too_many_requests(request)
            return view(request, *args, **kwargs)

        return limited

    return decorate


def hits_this_minute(request, scope: str) -> int:
    """Counts this request; how many there are from its address in this minute."""
    # With the minute in the key: counting up would renew the time for which a key is kept. The
    # address is hashed: it is personal data, and for a minute a fingerprint does as well.
    parts = f"{scope}\n{address_of(request)}\n{int(time.time() // WINDOW)}"
    key = f"hits-{hashlib.blake2b(parts.encode(), digest_size=16).hexdigest()}"
    # Not the default cache: visitors decide how many addresses there are.
    cache = caches["pages"]
    cache.add(key, 0, 2 * WINDOW)
    try:
        return cache.incr(key)
    except ValueError:  # dropped in between, for want of room
        return 1


def address_of(request) -> str:
    """The address of the visitor: what our outermost proxy says, or the other end of the line."""
    proxies = getattr(settings, "ALLAUTH_TRUSTED_PROXY_COUNT", 0)
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    if 0 < proxies <= len(forwarded):
        return _network(forwarded[-proxies].strip())
    return _network(request.META.get("REMOTE_ADDR", ""))


def _network(address: str) -> str:
    """An IPv6 address without its second half: whoever has one has all of its network."""
    try:
        known = ipaddress.IPv6Address(address)
    except ValueError:
        return address
    return str(ipaddress.IPv6Network((known, 64), strict=False).network_address)


def too_many_requests(request):
    """The page that says when to come back."""
    response = render(request, "429.html", status=429)
    response["Retry-After"] = str(WINDOW - int(time.time()) % WINDOW)
    response["Cache-Control"] = "private, no-store"
    return response
