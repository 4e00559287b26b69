"""The site and a view that does nothing, behind the same middleware."""

from django.http import HttpResponse
from django.urls import path

from gi_site.urls import handler404  # noqa: F401
from gi_site.urls import urlpatterns as site_urls

urlpatterns = [path("bench/bare/", lambda request: HttpResponse("bare")), *site_urls]
