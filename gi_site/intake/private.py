"""Pages that concern one person: kept nowhere, found nowhere, told to nobody."""

from functools import wraps


def private_page(view):
    """Decorator: neither stored nor indexed; the address, which may be secret, stays here."""

    @wraps(view)
    def private(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        response["Cache-Control"] = "private, no-store"
        response["X-Robots-Tag"] = "noindex"
        # Not “no-referrer”: with it browsers send no origin either, and forms would fail.
        response["Referrer-Policy"] = "same-origin"
        return response

    return private
