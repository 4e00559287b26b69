from allauth.account.authentication import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.shortcuts import redirect
from django.urls import reverse


class SecondFactorMiddleware:
    """Nobody reaches the admin on a password alone, whichever way the session began."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if settings.STAFF_TWO_FACTOR and self.is_guarded(request):
            step = self.missing_step(request)
            if step:
                return step
        return self.get_response(request)

    def is_guarded(self, request) -> bool:
        """Whether the address is the admin's or changes the second factor itself."""
        return request.path.startswith(
            (reverse("wagtailadmin_home"), reverse("mfa_index"))
        ) and request.path not in (
            reverse("mfa_authenticate"),
            reverse("mfa_reauthenticate"),
            reverse("wagtailadmin_logout"),
        )

    def missing_step(self, request):
        """A redirect to what is still to do before this address; nothing if all is done."""
        user = request.user
        if not user.is_authenticated:
            return None
        records = get_authentication_records(request, user)
        if any(record.get("method") == "mfa" for record in records):
            return None
        if is_mfa_enabled(user):
            return redirect_to_login(request.get_full_path(), reverse("mfa_reauthenticate"))
        enrolment = reverse("mfa_activate_totp")
        return None if request.path == enrolment else redirect(enrolment)
