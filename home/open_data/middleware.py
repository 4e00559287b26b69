"""What every answer of the open data has in common.

Own lines instead of django-cors-headers: the answer is the same for every origin, so it needs no
`Vary: Origin`, by which shared caches would keep a copy for each site that reads the data.
"""

import re

from django.conf import settings
from django.http import HttpResponse

from home.open_data.problems import CONTENT_TYPE, problem_response

API = re.compile(r"^/api(/|$)")
# Files have an ending; the page for people has none.
OPEN = re.compile(r"^/(api/|data/.*\.[a-z0-9]+$)")
READING = "GET, HEAD, OPTIONS"


class OpenDataMiddleware:
    """Scripts of other sites may read; errors below /api/ are documents for programs."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        is_open = OPEN.match(request.path)
        if is_open and request.method == "OPTIONS":
            response = HttpResponse(status=204, headers={"Allow": READING})
            response["Access-Control-Allow-Methods"] = READING
            response["Access-Control-Allow-Headers"] = "If-None-Match, If-Modified-Since"
            response["Access-Control-Max-Age"] = "86400"
        else:
            response = self.get_response(request)
        if API.match(request.path) and response.status_code >= 400:
            response = self._as_problem(response)
        # Without credentials: nothing here is meant for one reader only.
        if is_open and request.method in READING:
            response["Access-Control-Allow-Origin"] = "*"
            response["Access-Control-Expose-Headers"] = "ETag, Last-Modified, Link, Retry-After"
        return response

    def _as_problem(self, response):
        if response["Content-Type"] == CONTENT_TYPE:
            return response
        if response.status_code >= 500 and settings.DEBUG:  # the developer's page
            return response
        kept = {name: response[name] for name in ("Allow", "Retry-After") if name in response}
        return problem_response(response.status_code, headers=kept)
