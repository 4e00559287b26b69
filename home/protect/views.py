"""The reporter's pages: sending a report, following it, withdrawing it."""

import math
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.http import require_http_methods, require_safe

from gi_site.intake import pictures
from gi_site.intake.form_key import LEAST_TIME, FormKey, fault_of_sender
from gi_site.intake.limiter import take
from gi_site.intake.private import private_page
from gi_site.intake.uploads import Draft, download
from gi_site.ops.limits import too_many_requests

from . import photos, submission
from .enums import REPORTER_SEES
from .failure import keeps_typed_text
from .forms import CONSENT_VERSION, MessageForm, ReportForm, products_for_choice
from .models import ReportLink

# An hour, from one address.
SENT_BY_ADDRESS = 10
TRIED_BY_ADDRESS = 60  # faulty forms, whose photographs are stored meanwhile
MESSAGES_BY_ADDRESS = 30


@method_decorator([private_page, keeps_typed_text], name="dispatch")
class NewReportView(View):
    """The form, with the product of `?product=` chosen; a POST sends it."""

    http_method_names = ["get", "head", "post"]

    def get(self, request):
        products = products_for_choice()
        asked = request.GET.get("product", "")
        known = {product.slug for product in products}
        form = ReportForm(
            products=products, initial={"product_choice": asked if asked in known else ""}
        )
        return self._page(form, FormKey.new())

    def post(self, request):
        self.errors: list[str] = []
        self.photo_errors: list[str] = []
        key_text = request.POST.get("key", "")
        key = FormKey.read(key_text)
        wait = take("report-tried", request, TRIED_BY_ADDRESS)
        if key and not wait and (earlier := submission.sent_before(key[0])):
            if earlier.url:
                return _to_tracking(earlier, "again")
            self.errors.append(_("This report was sent and erased. You can send it anew now."))
            key_text = FormKey.new()
            key = (FormKey.read(key_text)[0], LEAST_TIME)
        form = ReportForm(request.POST, products=products_for_choice())
        form.instance.language = "en" if get_language() == "en" else "zh-hans"
        if wait:
            return self._limited(form, key_text, photos.drafts_of(_drafts(request)), wait)
        drafts = self._drafts(request)
        if fault := fault_of_sender(request.POST, key):
            self.errors.append(fault)
            key_text = key_text if key else FormKey.new()
        if not form.is_valid() or self.errors or self.photo_errors:
            return self._page(form, key_text, drafts, 422)
        if wait := take("report-sent", request, SENT_BY_ADDRESS):
            return self._limited(form, key_text, drafts, wait)
        return _to_tracking(submission.submit(form, key[0], drafts), "1")

    def _drafts(self, request) -> list[Draft]:
        """Photographs kept from a faulty form and those sent now; faults are noted."""
        drafts = photos.drafts_of(_drafts(request))
        uploads = request.FILES.getlist("photos")
        if len(drafts) + len(uploads) > photos.MAX_PHOTOS:
            self.photo_errors.append(_("Choose at most 4 photographs."))
            return drafts
        for upload in uploads:
            try:
                drafts.append(photos.store(upload))
            except ValidationError as error:
                self.photo_errors += error.messages
        return drafts

    def _limited(self, form, key, drafts, wait):
        """Everything typed, and when to come back."""
        response = self._page(form, key, drafts, 429, wait=math.ceil(wait / 60))
        response["Retry-After"] = str(wait)
        return response

    def _page(self, form, key, drafts=(), status=200, **context):
        context |= {
            "form": form,
            "key": key,
            "drafts": drafts,
            "errors": getattr(self, "errors", []),
            "photo_errors": getattr(self, "photo_errors", []),
            "has_errors": status != 200,
            "accept": pictures.ACCEPT,
            "retention": settings.REPORT_RETENTION_DAYS,
        }
        return render(self.request, "protect/report.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@private_page
@keeps_typed_text
def track(request, token):
    """The report of the secret link: how far it is, the office's answers, what can be done."""
    link = _link(token)
    if link is None:
        return render(request, "protect/link_gone.html", status=404)
    report, form, status = link.report, MessageForm(prefix="message"), 200
    if request.method == "POST":
        if take("report-message", request, MESSAGES_BY_ADDRESS):
            return too_many_requests(request)
        action, status = request.POST.get("action"), 422
        if action == "withdraw":
            submission.withdraw(report)
            return redirect("report_withdrawn")
        if action == "message" and report.is_open:
            form = MessageForm(request.POST, prefix="message")
            if form.is_valid():
                submission.add_message(report, form.cleaned_data["text"])
                return redirect(f"{request.path}?done=message#timeline")
    context = {
        "report": report,
        "token": token,
        "form": form,
        "photos": report.photos.all(),
        "events": report.events.filter(kind__in=REPORTER_SEES),
        "look_by": submission.look_by(report),
        "sent": request.GET.get("sent", ""),
        "done": request.GET.get("done", ""),
        "address": settings.SITE_URL + urlsplit(request.path).path,
    }
    template = "withdraw" if "withdraw" in request.GET else "track"
    return render(request, f"protect/{template}.html", context, status=status)


@require_safe
@private_page
def photo(request, token, pk):
    """A photograph of the report."""
    link = _link(token)
    if link is None:
        raise Http404
    return download(get_object_or_404(link.report.photos, pk=pk))


@require_safe
@private_page
def withdrawn(request):
    """Says that a report is erased; about no particular one."""
    return render(request, "protect/withdrawn.html")


@require_safe
@private_page
def notice(request):
    """What is done with the data of a report, to print and to keep."""
    context = {"version": CONSENT_VERSION, "retention": settings.REPORT_RETENTION_DAYS}
    return render(request, "protect/notice.html", context)


def _link(token) -> ReportLink | None:
    links = ReportLink.objects.of_token(token).usable()
    return links.select_related("report__product", "report__district").first()


def _drafts(request) -> list[str]:
    return request.POST.getlist("drafts")


def _to_tracking(report, sent):
    return redirect(f"{urlsplit(report.url).path}?sent={sent}")
