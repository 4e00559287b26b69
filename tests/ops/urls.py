"""Addresses for tests of the middleware; each page says how often it was made."""

from itertools import count

from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.urls import path
from django.views.decorators.cache import never_cache

made = count()


def page(request, **kwargs):
    return HttpResponse(f"<p>made {next(made)}</p>" + "荔枝 lychee " * 200)


def form(request):
    return HttpResponse(f"{get_token(request)} {next(made)}" + "text " * 200)


def asks_user(request):
    return HttpResponse(f"{request.user.is_authenticated} {next(made)}")


def sets_cookie(request):
    response = page(request)
    response.set_cookie("seen", "1")
    return response


def varies_on_cookie(request):
    response = page(request)
    response["Vary"] = "Cookie"
    return response


def fails(request):
    raise ValueError("broken on purpose")


urlpatterns = [
    path("page/", page),
    path("admin/page/", page),
    path("form/", form),
    path("user/", asks_user),
    path("cookie/", sets_cookie),
    path("varies/", varies_on_cookie),
    path("private/", never_cache(page)),
    path("error/", lambda request: HttpResponse("no", status=503)),
    path("fails/", fails),
    path("track/<str:token>/", page),
]
