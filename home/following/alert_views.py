"""Pages on which alerts are asked for, confirmed, looked through and given up."""

import re

from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from gi_site.intake.failure import KeepsTypedText
from gi_site.intake.form_key import FormKey, fault_of_sender
from gi_site.intake.limiter import take
from gi_site.intake.private import private_page
from gi_site.ops.limits import too_many_requests
from home.following import alerts
from home.following.enums import Target
from home.following.forms import AlertForm
from home.following.targets import find

ASKED_BY_ADDRESS = 10  # an hour
PRESSED_BY_ADDRESS = 60  # an hour

KEY = re.compile(r"[0-9]{1,18}")
keeps_typed_text = KeepsTypedText(AlertForm)
both_ways = require_http_methods(["GET", "HEAD", "POST"])


@method_decorator([private_page, keeps_typed_text], name="dispatch")
class AlertView(View):
    """The form; `?product=`, `?producer=` or `?entry=` says what is wanted."""

    def get(self, request):
        wanted, note = _wanted(request.GET)
        form = AlertForm(wanted=wanted)
        return self._page(form, note=note, is_sent="sent" in request.GET)

    def post(self, request):
        form, key = AlertForm(request.POST), request.POST.get("key", "")
        known = FormKey.read(key)
        fault = fault_of_sender(request.POST, known)
        if not known:
            key = FormKey.new()
        if not form.is_valid() or fault:
            return self._page(form, key=key, fault=fault, status=422)
        if wait := take("alerts", request, ASKED_BY_ADDRESS):
            fault = _("Too many requests came from your network. Please try again in an hour.")
            response = self._page(form, key=key, fault=fault, status=429)
            response["Retry-After"] = str(wait)
            return response
        target, record = form.wish()
        alerts.ask(form.cleaned_data["email"], get_language(), target, record)
        return redirect(f"{request.path}?sent=1")

    def _page(self, form, key=None, status=200, **context):
        context |= {"form": form, "key": key or FormKey.new()}
        return render(self.request, "following/alerts.html", context, status=status)


@both_ways
@private_page
@keeps_typed_text
def confirm(request, token):
    """Shows a button; only pressing it confirms, for programs follow every link of a mail."""
    subscription = alerts.to_confirm(token)
    if subscription is None:
        return _gone(request)
    if request.method == "POST":
        if take("alert-button", request, PRESSED_BY_ADDRESS):
            return too_many_requests(request)
        alerts.confirm(subscription)
        return redirect("manage_alerts", subscription.subscriber.token)
    return render(request, "following/confirm.html", {"subscription": subscription})


@both_ways
@private_page
@keeps_typed_text
def manage(request, token):
    """All that an address follows; each can be given up."""
    subscriber = alerts.subscriber_of(token)
    if subscriber is None:
        return _gone(request)
    followed = subscriber.subscriptions.to_choose()
    if request.method == "POST":
        chosen = request.POST.get("subscription", "")
        subscription = followed.filter(pk=chosen).first() if KEY.fullmatch(chosen) else None
        if subscription and alerts.give_up(subscription):
            return render(request, "following/unsubscribed.html")
        return redirect(request.path)
    context = {"subscriber": subscriber, "followed": followed, "token": token}
    return render(request, "following/manage.html", context)


# A mail program presses the button without cookies (RFC 8058); the secret address is proof enough.
@csrf_exempt
@both_ways
@private_page
@keeps_typed_text
def unsubscribe(request, token):
    """One button, or one POST of a mail program: the address is forgotten."""
    subscriber = alerts.subscriber_of(token)
    if request.method == "POST":
        # Whoever has left before has what they want.
        if subscriber:
            alerts.erase(subscriber)
        return render(request, "following/unsubscribed.html")
    if subscriber is None:
        return _gone(request)
    return render(request, "following/unsubscribe.html", {"token": token})


def _wanted(data) -> tuple[str, str]:
    """What the address asks for, and a note if there is no such thing."""
    for name in (Target.PRODUCT, Target.PRODUCER, Target.ENTRY):
        if key := data.get(name, "")[:100].replace("\0", ""):
            if find(name, key):
                return f"{name}:{key.upper() if name == Target.ENTRY else key}", ""
            return "", _("This is not known here; choose below what to follow.")
    return "", ""


def _gone(request):
    return render(request, "following/gone.html", status=404)
