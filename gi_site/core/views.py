"""Small views of the site as a whole."""

from django.http import HttpResponse
from django.urls import reverse

ROBOTS = """User-agent: *
Disallow: /admin/
Disallow: /search/
Disallow: /en/search/
Sitemap: {sitemap}
"""


def robots(request):
    """What search engines may read."""
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    return HttpResponse(ROBOTS.format(sitemap=sitemap), content_type="text/plain; charset=utf-8")
