"""The form of an inquiry: filled in, checked before sending, sent once."""

import math
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import DatabaseError
from django.forms.utils import ErrorDict, ErrorList
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View

from gi_site.core.templatetags.formats import long_date
from gi_site.intake.form_key import LEAST_TIME, FormKey, fault_of_sender
from gi_site.intake.limiter import take
from gi_site.intake.private import private_page
from gi_site.intake.uploads import ACCEPT, Draft
from products.producers.enums import CertificateKind

from . import attachments, basket, limiter, submission
from .enums import Route
from .failure import keeps_typed_text
from .forms import MAX_LINES, InquiryForm, LineForms
from .guidance import guides, products_for_choice
from .routing import lawful_authorisations

# Steps that only show the form again.
ARRANGING = ("add", "update", "edit")


@method_decorator([private_page, keeps_typed_text], name="dispatch")
class NewInquiryView(View):
    """Empty or from the basket on GET; on POST `step` says what to do with what is filled in."""

    def get(self, request):
        items = basket.items(request)
        products = products_for_choice()
        known = {product.slug for product in products}
        asked = list(dict.fromkeys(i["product"] for i in items if i["product"] in known))
        wanted = [item["producer"] for item in items if item["producer"]]
        producers = self._producers(products, asked, wanted)
        here = {producer.slug for producer in producers}
        chosen = [slug for slug in dict.fromkeys(wanted) if slug in here]
        form = InquiryForm(
            producers=producers,
            initial={
                "language": submission.language(),
                "buyer_country": "CN" if submission.language() == "zh-hans" else "",
                "route": Route.CHOSEN if chosen else Route.SUGGEST,
                "chosen": chosen,
            },
        )
        lines = LineForms(
            initial=[{"product": slug} for slug in asked] or [{}],
            form_kwargs={"products": products},
        )
        return self._page(form, lines, products, asked, key=FormKey.new())

    def post(self, request):
        self.step = request.POST.get("step", "preview")
        self.key_text = request.POST.get("key", "")
        key = FormKey.read(self.key_text)
        self.errors = []
        if key and self.step not in ARRANGING and (earlier := submission.sent_before(key[0])):
            if earlier.link:
                return self._to_tracking(earlier, "again")
            self.errors.append(_("This inquiry was sent and withdrawn. You can send it anew now."))
            self.key_text = FormKey.new()
            key = (FormKey.read(self.key_text)[0], LEAST_TIME)
        form, lines, products, asked = self._filled(request)
        drafts = self._drafts(request)
        if self.step in ARRANGING:
            _hush(form, lines)
        elif wait := take("checked", request, limiter.ASKED_BY_ADDRESS):
            return self._limited(form, lines, products, asked, drafts, wait)
        else:
            self._check_sender(request, key)
            # Both, so that all errors are shown at once.
            is_valid = all([form.is_valid(), lines.is_valid()]) and not self.errors
            if is_valid and self.step == "send":
                answer = self._send(request, form, lines.wanted(), key[0], drafts)
                if answer is not None:
                    return answer
                if self.wait:
                    return self._limited(form, lines, products, asked, drafts, self.wait)
                is_valid = False
            if is_valid:
                return self._preview(form, lines, drafts)
        status = 200 if self.step in ARRANGING else 422
        return self._page(form, lines, products, asked, self.key_text, drafts, status)

    def _filled(self, request):
        """The forms as they were sent, with one more line if that was asked for."""
        data = request.POST.copy()
        try:
            total = int(data.get("form-TOTAL_FORMS", ""))
        except ValueError:
            total = 1
        total = min(max(total, 1) + (self.step == "add"), MAX_LINES)
        data["form-TOTAL_FORMS"], data["form-INITIAL_FORMS"] = str(total), "0"
        products = products_for_choice()
        asked = [data.get(f"form-{number}-product", "") for number in range(total)]
        producers = self._producers(products, asked, data.getlist("chosen"))
        form = InquiryForm(data, producers=producers)
        return form, LineForms(data, form_kwargs={"products": products}), products, asked

    def _producers(self, products, asked, wanted) -> list:
        """Lawful users of what is asked for; invented ones only if they are wanted."""
        ids = [product.pk for product in products if product.slug in asked]
        if not ids:
            return []
        entries = list(lawful_authorisations(ids).select_related("producer"))
        if wanted and not settings.REFUSE_SAMPLES:
            samples = lawful_authorisations(ids, is_sample=True).select_related("producer")
            entries += samples.filter(producer__slug__in=wanted)
        producers = {entry.producer_id: entry.producer for entry in entries}
        return sorted(producers.values(), key=lambda producer: (producer.name, producer.pk))

    def _drafts(self, request) -> list[Draft]:
        """Files kept from the step before and those sent now; faults go to the errors."""
        drafts = attachments.drafts_of(request.POST.getlist("drafts"))
        uploads = request.FILES.getlist("files")
        if len(drafts) + len(uploads) > attachments.MAX_FILES:
            self.errors.append(_("Choose at most 4 files."))
            return drafts
        for upload in uploads:
            try:
                drafts.append(attachments.store(upload))
            except ValidationError as error:
                self.errors += error.messages
        return drafts

    def _check_sender(self, request, key):
        """A form filled by a program, forged, or out of date; a person presses once more."""
        if not key:
            self.key_text = FormKey.new()
        reason = fault_of_sender(request.POST, key)
        if reason and reason not in self.errors:
            self.errors.append(reason)

    def _send(self, request, form, lines, key, drafts):
        """Sends it; nothing if a limit (`wait`) or the doubt about a double is in the way."""
        digest = form.instance.contact_digest
        self.wait = limiter.wait_of_contact(digest)
        if self.wait:
            return None
        if not form.cleaned_data["send_again"] and submission.double_of(digest, lines):
            form.ask_again = True
            self.errors.append(
                _(
                    "The same was sent with this contact a few minutes ago. Tick “Send it again"
                    " anyway” if you want to send it twice."
                )
            )
            return None
        self.wait = take("sent", request, limiter.SENT_BY_ADDRESS)
        if self.wait:
            return None
        inquiry = submission.submit(form, lines, key, drafts)
        try:
            basket.empty(request)
            if request.session.modified:
                request.session.save()
        except DatabaseError:
            pass  # It is sent; a basket that stays is no reason to say otherwise.
        return self._to_tracking(inquiry, "1")

    def _to_tracking(self, inquiry, sent):
        return redirect(f"{urlsplit(inquiry.link).path}?sent={sent}")

    def _page(self, form, lines, products, asked, key, drafts=(), status=200, **context):
        by_slug = {product.slug: product for product in products}
        first, last = (_day(form, name) for name in ("window_from", "window_until"))
        offers = (offer.form for product in products for offer in product.offers.all())
        context |= {
            "form": form,
            "lines": lines,
            "guides": guides([by_slug[s] for s in asked if s in by_slug], first, last),
            "has_window": bool(first or last),
            "known_forms": list(dict.fromkeys(offers)),
            "key": key,
            "drafts": drafts,
            "errors": getattr(self, "errors", []),
            "has_errors": status != 200,
            "accept": ACCEPT,
            "retention": settings.INQUIRY_RETENTION_DAYS,
            "can_add": len(lines.forms) < MAX_LINES,
        }
        return render(self.request, "inquiries/new.html", context, status=status)

    def _preview(self, form, lines, drafts):
        wanted = lines.wanted()
        proposals = submission.proposals_of(form, wanted)
        products = [line.product for line in wanted]
        context = {
            "form": form,
            "lines": wanted,
            "proposals": proposals,
            "producers": [each.producer for each in proposals if each.producer],
            "office": next((each for each in proposals if not each.producer), None),
            "guides": guides(
                products, form.cleaned_data["window_from"], form.cleaned_data["window_until"]
            ),
            "has_window": form.cleaned_data["window_from"] or form.cleaned_data["window_until"],
            "facts": _facts(form),
            "drafts": drafts,
            "key": self.key_text,
            "typed": [
                (name, value)
                for name, values in self.request.POST.lists()
                if name not in ("csrfmiddlewaretoken", "step", "key", "drafts")
                for value in values
            ],
        }
        return render(self.request, "inquiries/preview.html", context)

    def _limited(self, form, lines, products, asked, drafts, wait):
        """Everything typed, and when to come back."""
        response = self._page(
            form, lines, products, asked, self.key_text, drafts, 429, wait=math.ceil(wait / 60)
        )
        response["Retry-After"] = str(wait)
        return response


def _facts(form) -> list[tuple[str, str]]:
    """What was filled in besides the lines, with labels, as it is read."""
    inquiry, facts = form.instance, []
    for name in form.Meta.fields:
        value = getattr(inquiry, name)
        if not value or name in ("route", "contact_channel"):
            continue
        if name == "certificates":
            value = ", ".join(CertificateKind(each).label for each in value)
        elif name in ("destination_country", "buyer_country"):
            value = value.name
        elif name in ("window_from", "window_until"):
            value = long_date(value)
        elif name in ("trade_term", "purpose", "frequency"):
            value = getattr(inquiry, f"get_{name}_display")()
        elif name == "language":
            value = dict(form.fields[name].choices)[value]
        label = form.fields[name].label
        facts.append((inquiry.get_contact_channel_display() if name == "contact" else label, value))
    return facts


def _day(form, name):
    """The day typed in, if it is one."""
    if not form.is_bound:
        return None
    field = form.fields[name]
    try:
        return field.clean(form[name].data)
    except ValidationError:
        return None


def _hush(form, lines):
    """Shows what is filled in so far without finding fault with it."""
    for each in (form, *lines.forms):
        each._errors, each.cleaned_data = ErrorDict(), {}
    lines._errors, lines._non_form_errors = [], ErrorList()
