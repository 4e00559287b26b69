"""Staff sign-in. Stands before Wagtail's addresses and takes over those that check a password."""

from django.urls import include, path
from django.views.generic import RedirectView

sign_in = RedirectView.as_view(pattern_name="account_login", query_string=True)

urlpatterns = [
    path("admin/login/", sign_in),
    path("admin/password_reset/", RedirectView.as_view(pattern_name="account_reset_password")),
    path("_util/login/", sign_in),
    path("staff/", include("allauth.account.urls")),
    path("staff/2fa/", include("allauth.mfa.urls")),
]
