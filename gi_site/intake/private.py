"""Pages that concern one person: kept nowhere, found nowhere, told to nobody."""

from functools import wraps

from django.http import Http404

from gi_site.core.views import page_not_found


def private_page(view):
    """Decorator: neither stored nor indexed; the address, which may be secret, stays here."""

    @wraps(view)
    def private(request, *args, **kwargs):
        try:
            response = view(request, *args, **kwargs)
        except Http404 as error:
            # Here as well: an answer of the middleware would know nothing of the secret address.
            response = page_not_found(request, error)
        response["Cache-Control"] = "private, no-store"
        response["X-Robots-Tag"] = "noindex"
        # Not “no-referrer”: with it browsers send no origin either, and forms would fail.
        response["Referrer-Policy"] = "same-origin"
        return response

    return private
