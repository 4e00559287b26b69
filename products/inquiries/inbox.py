"""The list of inquiries in the admin: columns, filters, export. It shows nobody's personal data."""

import django_filters
from django import forms
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django_countries import countries
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import (
    BooleanColumn,
    Column,
    StatusFlagColumn,
    StatusTagColumn,
    TitleColumn,
)
from wagtail.admin.views import generic

from gi_site.accounts.models import User
from gi_site.core.admin_listings import SafeExportMixin
from products.catalogue.models import GIProduct

from .enums import Actor, EventKind, Status
from .models import Inquiry, InquiryEvent, InquiryLine
from .querysets import days_ago

CHANGE = "inquiries.change_inquiry"
SEE_PERSONS = "inquiries.view_personal_data"
NOBODY = "–"  # as the list shows it among the filters in use
EXPORT = "inquiries.export_inquiries"


class Age(models.TextChoices):
    """For how many days an inquiry has been here, at least."""

    DAYS_3 = "3", _("over 3 days")
    WEEK = "7", _("over a week")
    MONTH = "30", _("over 30 days")


def officers():
    """Who may work on inquiries."""
    return User.objects.with_perm(
        CHANGE, backend="django.contrib.auth.backends.ModelBackend"
    ).order_by("username")


def _countries_in_use():
    codes = Inquiry.objects.exclude(buyer_country="").order_by("buyer_country")
    codes = codes.values_list("buyer_country", flat=True).distinct()
    return [(code, countries.name(code)) for code in codes]


class InquiryFilterSet(WagtailFilterSet):
    status = django_filters.MultipleChoiceFilter(
        label=_("status"),
        field_name="status_known",
        choices=Status.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    is_overdue = django_filters.BooleanFilter(label=_("overdue"))
    product = django_filters.ModelMultipleChoiceFilter(
        label=_("GI product"),
        queryset=GIProduct.objects.all(),
        method="filter_product",
        widget=forms.CheckboxSelectMultiple,
    )
    age = django_filters.ChoiceFilter(
        label=_("age"), choices=Age.choices, method="filter_age", widget=forms.RadioSelect
    )
    assigned_to = django_filters.ModelChoiceFilter(
        label=_("assigned to"),
        queryset=lambda request: officers(),
        null_label=_("nobody"),
        null_value=NOBODY,
    )
    buyer_country = django_filters.MultipleChoiceFilter(
        label=_("country of the buyer"),
        choices=_countries_in_use,
        widget=forms.CheckboxSelectMultiple,
    )
    is_sample = django_filters.BooleanFilter(label=_("sample"))

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

    def filter_age(self, queryset, name, value):
        return queryset.filter(received_at__lt=days_ago(int(value)))


def status_of(inquiry):
    """The status in words."""
    return Status(inquiry.status_known).label


def age_of(inquiry):
    """For how long it has been here, in words."""
    days = inquiry.age.days
    words = ngettext("%(days)d day", "%(days)d days", days) % {"days": days}
    return words.replace(" ", "\xa0")


def day_of(inquiry):
    """The day on which it was received."""
    return date_format(timezone.localtime(inquiry.received_at), "Y-m-d")


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


class InquiryIndexView(SafeExportMixin, generic.IndexView):
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

    def filter_queryset(self, queryset):
        if self.filters and not self.filters.is_valid():
            return queryset.none()  # a mistyped filter must not show everything
        return super().filter_queryset(queryset)

    def as_spreadsheet(self, queryset, spreadsheet_format):
        if not self.list_export:
            raise PermissionDenied
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

    def get_edit_url(self, instance):
        return None


LIST_COLUMNS = [
    TitleColumn(
        "reference",
        label=_("Reference"),
        sort_key="reference",
        url_name="inquiries:inspect",
        classname="w-whitespace-nowrap",
    ),
    Column(
        "received_at",
        label=_("Received"),
        accessor=day_of,
        sort_key="received_at",
        classname="w-whitespace-nowrap",
    ),
    Column("products", label=_("GI products"), accessor=products_of),
    Column("country", label=_("Country"), accessor="buyer_country.name", sort_key="buyer_country"),
    StatusTagColumn(
        "status",
        label=_("Status"),
        accessor=status_of,
        sort_key="status_known",
        primary=lambda inquiry: inquiry.status_known == Status.RECEIVED,
    ),
    Column("age", label=_("Age"), accessor=age_of),
    Column("assigned_to", label=_("Assigned to"), sort_key="assigned_to__username"),
    StatusFlagColumn(
        "is_overdue", label=_("Overdue"), true_label=_("overdue"), sort_key="is_overdue"
    ),
    BooleanColumn("is_sample", label=_("Sample"), sort_key="is_sample"),
]
