"""One inquiry in the admin: what was asked, who has it, what happened, what to do next."""

from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gi_site.intake.staff import StepsView, note_look
from gi_site.intake.uploads import download

from .closing import can_be_merged, doubles_of
from .enums import Actor, EventKind, RecipientStatus
from .guidance import guides
from .inbox import CHANGE, SEE_PERSONS
from .inbox_answers import AnswerStepForm
from .inbox_forms import STEPS as FORMS
from .models import AnswerTemplate, Attachment, Inquiry, InquiryEvent, Recipient, RecipientLine

STEPS = FORMS | {"answer": AnswerStepForm}


def for_detail():
    """Inquiries with all that their page shows."""
    lines = RecipientLine.objects.select_related("line__product", "authorisation")
    recipients = Recipient.objects.select_related("producer").prefetch_related(
        "answers__line__product",
        "answers__attachments",
        "answers__recorded_by",
        Prefetch("lines", lines),
    )
    events = InquiryEvent.objects.select_related("user", "recipient__producer")
    inquiries = Inquiry.objects.with_overdue().select_related("assigned_to", "merged_into")
    return inquiries.prefetch_related(
        "lines__product__seasons",
        "lines__product__offers",
        Prefetch("recipients", recipients),
        Prefetch("events", events),
        Prefetch("attachments", Attachment.objects.filter(answer=None)),
    )


def with_seasons(inquiry: Inquiry) -> list[tuple]:
    """The lines, each with what its product is to be had as in the buyer's window, in words."""
    lines = list(inquiry.lines.all())
    found = guides([line.product for line in lines], inquiry.window_from, inquiry.window_until)
    words = {
        guide.product: ", ".join(str(kind.label) for kind in guide.kinds) or _("out of season")
        for guide in found
        if guide.has_seasons
    }
    return [(line, words.get(line.product, "")) for line in lines]


class InquiryView(StepsView):
    """Shows an inquiry and takes steps with it."""

    template_name = "inquiries/admin/inquiry.html"
    page_title = gettext_lazy("Inquiry")
    steps = STEPS
    detail_url_name = "inquiries:inspect"
    change_permission = CHANGE
    see_permission = SEE_PERSONS
    looks = (EventKind.VIEWED, EventKind.EXPORTED)

    def get_object(self, queryset=None):
        return get_object_or_404(for_detail(), pk=self.pk)

    def get_context_data(self, **kwargs):
        inquiry = self.object
        doubles = list(doubles_of(inquiry)[:10]) if inquiry.is_open else []
        context = super().get_context_data(**kwargs)
        context["message_form"].initial["text"] = self._template_text()
        return context | {
            "inquiry": inquiry,
            "lines": with_seasons(inquiry),
            "recipients": inquiry.recipients.all(),
            "unheard": self._lines_without_recipient(),
            "doubles": doubles,
            "can_be_merged": bool(doubles) and can_be_merged(inquiry),
            "answer_templates": AnswerTemplate.objects.all(),
            "is_english": inquiry.language.startswith("en"),
            "RecipientStatus": RecipientStatus,
            "EventKind": EventKind,
            "Actor": Actor,
        }

    def _lines_without_recipient(self):
        had = {
            each.line_id
            for recipient in self.object.recipients.all()
            if not recipient.removed_at
            for each in recipient.lines.all()
            if not each.removed_at
        }
        return [line for line in self.object.lines.all() if line.pk not in had]

    def _template_text(self):
        key = self.request.GET.get("template", "")
        template = AnswerTemplate.objects.filter(pk=key).first() if key.isdecimal() else None
        if template is None:
            return ""
        is_english = self.object.language.startswith("en")
        return template.body_en if is_english else template.body_zh


def attached_file(request, pk, file):
    """A file of the buyer or of a producer, always as a download."""
    if not request.user.has_perm(SEE_PERSONS) or not request.user.has_perm(
        "inquiries.view_inquiry"
    ):
        raise PermissionDenied
    attachment = get_object_or_404(
        Attachment.objects.select_related("inquiry"), pk=file, inquiry=pk
    )
    note_look(attachment.inquiry, request.user)
    return download(attachment)
