"""The buyer's other pages: basket, following an inquiry, withdrawing it, a lost link."""

import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.core import signing
from django.db.models import Prefetch
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gi_site.intake.limiter import take
from gi_site.intake.private import private_page
from gi_site.intake.uploads import download
from gi_site.ops.limits import too_many_requests
from products.catalogue.models import GIProduct
from products.producers.models import Producer

from . import basket, limiter, submission
from .enums import BUYER_SEES, EventKind, Outcome
from .failure import keeps_typed_text
from .forms import CONSENT_VERSION, LostLinkForm, MessageForm, OutcomeForm
from .models import AccessLink, Answer

RECEIPT_SALT = "inquiries.receipt"
MESSAGES_BY_ADDRESS = 30  # an hour


@require_safe
@private_page
@keeps_typed_text
def add_to_basket(request):
    """Puts a product, maybe with a producer, into the basket and leads to the form."""
    product = request.GET.get("product", "")[:100].replace("\0", "")
    producer = request.GET.get("producer", "")[:100].replace("\0", "")
    if not GIProduct.objects.listed().filter(slug=product).exists():
        messages.warning(request, _("This product is not known here; choose one below."))
    else:
        if producer and not Producer.objects.filter(slug=producer).exists():
            producer = ""
        if not basket.add(request, product, producer):
            messages.warning(request, _("The basket is full: one inquiry has at most 10 products."))
    return redirect("new_inquiry")


@require_POST
@private_page
@keeps_typed_text
def remove_from_basket(request):
    """Takes one item out, or all of them."""
    if "product" in request.POST:
        basket.remove(request, request.POST["product"], request.POST.get("producer", ""))
    else:
        basket.empty(request)
    return redirect("new_inquiry")


@require_http_methods(["GET", "HEAD", "POST"])
@private_page
@keeps_typed_text
def track(request, token):
    """The inquiry of the secret link: its timeline, answers, and what the buyer can do."""
    link = _link(token)
    if link is None:
        return render(request, "inquiries/link_gone.html", status=404)
    inquiry = link.inquiry
    message_form, outcome_form = MessageForm(prefix="message"), OutcomeForm(prefix="outcome")
    status = 200
    if request.method == "POST":
        action, status = request.POST.get("action"), 422
        if take("message", request, MESSAGES_BY_ADDRESS):
            return too_many_requests(request)
        if action == "withdraw":
            return _withdraw(request, inquiry)
        if action == "message" and inquiry.is_open:
            message_form = MessageForm(request.POST, prefix="message")
            if message_form.is_valid():
                submission.add_message(inquiry, message_form.cleaned_data["text"])
                return redirect(f"{request.path}?done=message#timeline")
        if action == "outcome" and inquiry.is_open:
            outcome_form = OutcomeForm(request.POST, prefix="outcome")
            if outcome_form.is_valid():
                outcome = Outcome(outcome_form.cleaned_data["outcome"])
                submission.say_outcome(inquiry, outcome)
                return redirect(f"{request.path}?done=outcome#timeline")
    context = _tracking(request, inquiry) | {
        "token": token,
        "message_form": message_form,
        "outcome_form": outcome_form,
    }
    template = "track"
    if "withdraw" in request.GET and not inquiry.withdrawn_at:
        template = "withdraw"
    return render(request, f"inquiries/{template}.html", context, status=status)


@require_safe
@private_page
def buyer_file(request, token, pk):
    """A file of the inquiry, as a download."""
    link = _link(token)
    if link is None:
        raise Http404
    return download(get_object_or_404(link.inquiry.attachments, pk=pk))


@require_safe
@private_page
def withdrawn(request, token):
    """The receipt for a withdrawn consent; holds no personal data and needs no record."""
    try:
        receipt = signing.loads(token, salt=RECEIPT_SALT)
    except signing.BadSignature:
        raise Http404 from None
    at = datetime.datetime.fromtimestamp(receipt["at"], tz=timezone.get_current_timezone())
    context = {"reference": receipt["reference"], "at": at}
    return render(request, "inquiries/withdrawn.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@private_page
@keeps_typed_text
def lost_link(request):
    """Mails new links to who has inquiries; the answer is the same for everybody."""
    form = LostLinkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if wait := take("links", request, limiter.LINKS_BY_ADDRESS):
            response = too_many_requests(request)
            response["Retry-After"] = str(wait)
            return response
        submission.send_links(form.cleaned_data["contact"])
        return redirect(f"{request.path}?asked=1")
    context = {"form": form, "is_asked": "asked" in request.GET}
    return render(request, "inquiries/lost_link.html", context)


@require_safe
@private_page
def privacy(request):
    """The notice alone, to print and to keep."""
    context = {"version": CONSENT_VERSION, "retention": settings.INQUIRY_RETENTION_DAYS}
    return render(request, "inquiries/privacy.html", context)


def _link(token) -> AccessLink | None:
    links = AccessLink.objects.of_token(token).usable().filter(recipient=None)
    return links.select_related("inquiry").first()


def _withdraw(request, inquiry):
    submission.withdraw(inquiry)
    at = (inquiry.withdrawn_at or timezone.now()).timestamp()
    receipt = signing.dumps({"reference": inquiry.reference, "at": at}, salt=RECEIPT_SALT)
    return redirect(reverse("withdrawn_inquiry", args=[receipt]))


def _tracking(request, inquiry) -> dict:
    """All that the page shows, in a number of queries that does not grow."""
    answers = Answer.objects.select_related("line__product").prefetch_related("attachments")
    recipients = inquiry.recipients.select_related("producer").prefetch_related(
        "lines__line__product", Prefetch("answers", answers)
    )
    events = inquiry.events.filter(kind__in=BUYER_SEES).select_related("recipient__producer")
    said = [event for event in events if event.kind == EventKind.BUYER_OUTCOME]
    address = settings.SITE_URL + urlsplit(request.path).path
    return {
        "inquiry": inquiry,
        "lines": inquiry.lines.select_related("product"),
        "files": inquiry.attachments.filter(answer=None),
        "recipients": list(recipients),
        "events": events,
        "said_outcome": said[-1].text if said else "",
        "sent": request.GET.get("sent", ""),
        "done": request.GET.get("done", ""),
        "address": address,
        "kinds": EventKind,
        **submission.deadlines(inquiry),
    }
