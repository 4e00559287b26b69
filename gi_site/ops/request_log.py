"""One log line for each request, without personal data.

No address, no browser, no search words: none of them is needed to run the site. Written here
because the library's middleware logs browser and query and breaks the fast path of static files.
"""

import re
import time
import uuid

import structlog

from .secrets import masked

logger = structlog.get_logger("gi_site.requests")

GIVEN_ID = re.compile(r"^[A-Za-z0-9-]{8,64}$")
# Parts of an address that work like a password.
SECRET_ARGUMENTS = ("token", "key", "uidb36")


class RequestLogMiddleware:
    """Gives each request an id, its log lines that id, and the answer a header with it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        begun = time.perf_counter()
        given = request.META.get("HTTP_X_REQUEST_ID", "")
        request_id = given if GIVEN_ID.match(given) else uuid.uuid4().hex
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=request_id)
        response = self.get_response(request)
        response["X-Request-ID"] = request_id
        logger.info(
            "request",
            method=request.method,
            path=loggable_path(request),
            status=response.status_code,
            ms=round((time.perf_counter() - begun) * 1000, 1),
            **staff(request),
        )
        return response


def loggable_path(request) -> str:
    """The path without its query and without secrets."""
    path = request.path
    match = request.resolver_match
    for name in SECRET_ARGUMENTS:
        if match and (secret := match.kwargs.get(name)):
            path = path.replace(str(secret), "***")
    # Also where no view was found: a redirect, a letter too many.
    return masked(path)


def staff(request) -> dict:
    """Id of the signed-in member of staff, if the request has asked for it anyway."""
    user = getattr(request, "_cached_user", None)
    return {"user": user.pk} if user is not None and user.is_authenticated else {}
