"""Serve published pictures where no web server in front does it."""

from pathlib import Path

from django.conf import settings
from django.http import Http404
from django.views.decorators.http import require_safe
from django.views.static import serve

# Names of renditions carry a hash of what was asked for; a new upload gets a new name.
CACHE_SECONDS = 30 * 24 * 3600


@require_safe
def media(request, folder, path):
    """One file of a public media folder; documents go through Wagtail, which asks who reads."""
    if folder not in settings.MEDIA_PUBLIC_FOLDERS:
        raise Http404
    # The folder itself is the root, so that no ".." leads into its neighbours.
    response = serve(request, path, document_root=Path(settings.MEDIA_ROOT) / folder)
    response["Cache-Control"] = f"public, max-age={CACHE_SECONDS}"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return response
