"""What a producer's secret link leads to: the inquiry, and the forms to answer it."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from gi_site.core.site_settings import site_settings
from gi_site.intake.private import private_page
from gi_site.intake.uploads import ACCEPT, download
from products.producers.enums import CertificateKind

from . import answering, routing
from .answer_forms import DeclineForm, OfferForm, QuestionForm
from .enums import Actor, EventKind
from .failure import keeps_typed_text
from .history import record
from .models import AccessLink, Answer, Attachment, Recipient


# Nobody can make another's browser send a form to an address that is a secret; so it also works
# in the browsers inside of messengers, which keep no cookies.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@private_page
@keeps_typed_text
def answer_inquiry(request, token):
    """The inquiry as its recipient may see it today, and the forms to answer it."""
    link = _link(token)
    if why := _why_not(link):
        return _gone(request, why)
    recipient = link.recipient
    routing.recheck(recipient)
    if recipient.removed_at:
        return _gone(request, "removed", recipient)
    _note_opened(request, recipient)
    lines = [each.line for each in _lines(recipient)]
    forms = _forms(request, recipient, lines)
    if request.method == "POST" and (kind := request.POST.get("kind")) in forms:
        form = forms[kind]
        if form.is_valid() and _recorded(form):
            return redirect(f"{request.path}?done={kind}#said")
    status = 422 if any(form.errors for form in forms.values()) else 200
    return render(
        request, "inquiries/answer/page.html", _context(request, link, lines, forms), status=status
    )


@require_safe
@private_page
def producer_file(request, token, pk):
    """A file of the buyer, or one the producer has sent itself."""
    link = _link(token)
    if _why_not(link) or link.recipient.removed_at:
        raise Http404
    own = Q(answer=None) | Q(answer__recipient=link.recipient)
    files = Attachment.objects.filter(own, inquiry=link.inquiry)
    return download(get_object_or_404(files, pk=pk))


def _link(token) -> AccessLink | None:
    links = AccessLink.objects.of_token(token).filter(recipient__isnull=False)
    return links.select_related("inquiry", "recipient__producer").first()


def _why_not(link) -> str:
    """Why the link shows nothing; "" if it does."""
    if link is None:
        return "unknown"
    inquiry = link.inquiry
    if inquiry.withdrawn_at or inquiry.purged_at or not inquiry.forward_consented_at:
        return "withdrawn"
    if inquiry.spam_at or inquiry.merged_into_id:
        return "closed"
    if link.recipient.removed_at:
        return "removed"
    if link.revoked_at:
        return "replaced"
    return "expired" if link.expires_at <= timezone.now() else ""


def _gone(request, why, recipient=None):
    """A page that says why there is nothing to see, and what to do."""
    context = {"why": why, "recipient": recipient, "settings": site_settings(request)}
    status = 404 if why == "unknown" else 410
    return render(request, "inquiries/answer/gone.html", context, status=status)


def _note_opened(request, recipient):
    """Opened: once, and not by a browser that only looks ahead."""
    if request.method != "GET" or "prefetch" in request.headers.get("Sec-Purpose", ""):
        return
    if recipient.opened_at:
        return
    with transaction.atomic():
        now = timezone.now()
        if Recipient.objects.filter(pk=recipient.pk, opened_at=None).update(opened_at=now):
            record(recipient.inquiry, EventKind.OPENED, Actor.PRODUCER, recipient=recipient)


def _lines(recipient):
    return recipient.lines.filter(removed_at=None).select_related("line__product")


def _forms(request, recipient, lines) -> dict:
    """Each form by its kind; bound is the one that was sent."""
    if not recipient.inquiry.is_open:
        return {}
    kind = request.POST.get("kind") if request.method == "POST" else None
    sent = {kind: (request.POST, request.FILES)}
    return {
        "offer": OfferForm(recipient, lines, *sent.get("offer", ())),
        "question": QuestionForm(recipient, *sent.get("question", ())),
        "decline": DeclineForm(recipient, *sent.get("decline", ())),
    }


def _recorded(form) -> bool:
    """Whether the answer is written down, now or by the same form before."""
    data = form.cleaned_data
    try:
        answering.record(
            form.recipient, form.kind, *form.parts(), key=data["key"], files=form.drafts()
        )
    except ValidationError as error:
        form.add_error(None, error)
        return False
    return True


def _context(request, link, lines, forms) -> dict:
    recipient, inquiry = link.recipient, link.inquiry
    answers = recipient.answers.select_related("line__product").prefetch_related("attachments")
    messages = inquiry.events.filter(
        Q(recipient=recipient) | Q(recipient=None), kind=EventKind.BUYER_MESSAGE
    )
    said = sorted(
        [("answer", each.given_at, each) for each in answers]
        + [("message", each.at, each) for each in messages],
        key=lambda entry: entry[1],
    )
    done = request.GET.get("done")
    return {
        "inquiry": inquiry,
        "recipient": recipient,
        "link": link,
        "token": request.resolver_match.kwargs["token"],
        "lines": lines,
        "taken_back": [
            each.line
            for each in recipient.lines.exclude(removed_at=None).select_related("line__product")
        ],
        "certificates": [
            kind.label for kind in CertificateKind if kind.value in inquiry.certificates
        ],
        "files": inquiry.attachments.filter(answer=None),
        "said": said,
        "done": done if done in Answer.Kind.values else "",
        "settings": site_settings(request),
        "accept": ACCEPT,
        **{f"{kind}_form": form for kind, form in forms.items()},
    }
