"""Small views of the site as a whole."""

from django.http import HttpResponse, HttpResponseNotFound
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language

from gi_site.ops.memo import cached_until_published

ROBOTS = """User-agent: *
Disallow: /admin/
Disallow: /api/
Disallow: /search/
Disallow: /en/search/
Sitemap: {sitemap}
"""


def page_not_found(request, exception, template_name="404.html"):
    """The same page for every wrong address, rendered once a language until something changes."""
    body = cached_until_published(
        f"404-{get_language()}", lambda: render_to_string(template_name, request=request)
    )
    return HttpResponseNotFound(body)


def robots(request):
    """What search engines may read."""
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    return HttpResponse(ROBOTS.format(sitemap=sitemap), content_type="text/plain; charset=utf-8")
