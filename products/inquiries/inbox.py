"""The list of inquiries in the admin: columns, filters, export. It shows nobody's personal data."""

import django_filters
from django import forms
from django.db import transaction
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django_countries import countries
from wagtail.admin.ui.tables import Column

from gi_site.intake.inbox import ReceivedFilterSet, ReceivedIndexView, columns
from products.catalogue.models import GIProduct

from .enums import Actor, EventKind, Status
from .models import Inquiry, InquiryEvent, InquiryLine

CHANGE = "inquiries.change_inquiry"
SEE_PERSONS = "inquiries.view_personal_data"
EXPORT = "inquiries.export_inquiries"


def _countries_in_use():
    codes = Inquiry.objects.exclude(buyer_country="").order_by("buyer_country")
    codes = codes.values_list("buyer_country", flat=True).distinct()
    return [(code, countries.name(code)) for code in codes]


class InquiryFilterSet(ReceivedFilterSet):
    change_permission = CHANGE

    status = django_filters.MultipleChoiceFilter(
        label=_("status"),
        field_name="status_known",
        choices=Status.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    product = django_filters.ModelMultipleChoiceFilter(
        label=_("GI product"),
        queryset=GIProduct.objects.all(),
        method="filter_product",
        widget=forms.CheckboxSelectMultiple,
    )
    buyer_country = django_filters.MultipleChoiceFilter(
        label=_("country of the buyer"),
        choices=_countries_in_use,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Inquiry
        fields = [
            "status",
            "is_overdue",
            "product",
            "age",
            "assigned_to",
            "buyer_country",
            "is_sample",
        ]

    def filter_product(self, queryset, name, products):
        # Not a join: an inquiry with two of the products is listed once.
        lines = InquiryLine.objects.filter(product__in=products)
        return queryset.filter(pk__in=lines.values("inquiry")) if products else queryset


def status_of(inquiry):
    """The status in words."""
    return Status(inquiry.status_known).label


def products_of(inquiry):
    """The products that are asked for."""
    return ", ".join(dict.fromkeys(str(line.product) for line in inquiry.lines.all()))


def lines_of(inquiry):
    """Products with quantities."""
    return "; ".join(
        f"{line.product} {number_format(line.quantity.normalize(), force_grouping=False)}"
        f" {line.get_unit_display()}"
        for line in inquiry.lines.all()
    )


def _sent_to(inquiry):
    return sum(bool(each.sent_at and each.producer_id) for each in inquiry.recipients.all())


def _answered_by(inquiry):
    return sum(bool(each.answered_at) for each in inquiry.recipients.all())


def _first_answer(inquiry):
    times = [each.answered_at for each in inquiry.recipients.all() if each.answered_at]
    return timezone.localtime(min(times)) if times else None


EXPORTED = {
    "reference": lambda inquiry: inquiry.reference,
    "received_at": lambda inquiry: timezone.localtime(inquiry.received_at),
    "status": status_of,
    "products": lines_of,
    "buyer_country": lambda inquiry: str(inquiry.buyer_country.name),
    "destination_country": lambda inquiry: str(inquiry.destination_country.name),
    "trade_term": lambda inquiry: inquiry.trade_term,
    "purpose": lambda inquiry: inquiry.get_purpose_display(),
    "frequency": lambda inquiry: inquiry.get_frequency_display(),
    "sent_to": _sent_to,
    "answered_by": _answered_by,
    "first_answer": _first_answer,
    "assigned_to": lambda inquiry: str(inquiry.assigned_to or ""),
    "closed_at": lambda inquiry: inquiry.closed_at and timezone.localtime(inquiry.closed_at),
    "outcome": lambda inquiry: inquiry.get_outcome_display(),
    "value_band": lambda inquiry: inquiry.get_value_band_display(),
    "is_repeat": lambda inquiry: inquiry.is_repeat,
    "farmers_reached": lambda inquiry: inquiry.farmers_reached,
}
PERSONAL = {
    "buyer_name": lambda inquiry: inquiry.buyer_name,
    "buyer_organisation": lambda inquiry: inquiry.buyer_organisation,
    "contact_channel": lambda inquiry: inquiry.get_contact_channel_display(),
    "contact": lambda inquiry: inquiry.contact,
    "message": lambda inquiry: inquiry.message,
}


class InquiryIndexView(ReceivedIndexView):
    """All inquiries, the newest first."""

    export_values = EXPORTED | PERSONAL
    export_filename = "inquiries"
    export_headings = {
        "status": _("Status"),
        "products": _("GI products"),
        "sent_to": _("Producers it was sent to"),
        "answered_by": _("Answers"),
        "first_answer": _("First answer"),
    }

    @cached_property
    def list_export(self):
        user = self.request.user
        if not user.has_perm(EXPORT):
            return []
        return [*EXPORTED, *(PERSONAL if user.has_perm(SEE_PERSONS) else ())]

    def get_base_queryset(self):
        inquiries = Inquiry.objects.with_status().with_overdue().select_related("assigned_to")
        inquiries = inquiries.prefetch_related("lines__product")
        # Nothing invented leaves the house.
        return inquiries.real().prefetch_related("recipients") if self.is_export else inquiries

    def as_spreadsheet(self, queryset, spreadsheet_format):
        if "contact" in self.list_export:
            self._note_export(queryset)
        return super().as_spreadsheet(queryset, spreadsheet_format)

    @transaction.atomic
    def _note_export(self, inquiries):
        """Whose personal data went out, and with whom, stands in the history of each."""
        InquiryEvent.objects.bulk_create(
            (
                InquiryEvent(
                    inquiry=inquiry,
                    kind=EventKind.EXPORTED,
                    actor=Actor.OFFICE,
                    user=self.request.user,
                )
                for inquiry in inquiries
                if not inquiry.purged_at
            ),
            batch_size=500,
        )


LIST_COLUMNS = columns(
    "inquiries:inspect",
    _("Reference"),
    Status,
    about=[
        Column("products", label=_("GI products"), accessor=products_of),
        Column(
            "country", label=_("Country"), accessor="buyer_country.name", sort_key="buyer_country"
        ),
    ],
)
