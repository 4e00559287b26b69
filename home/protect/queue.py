"""The list of reports in the admin: columns, filters, export. It shows nobody's words."""

import django_filters
from django import forms
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
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
from products.catalogue.models import District, GIProduct
from products.inquiries.inbox import NOBODY, Age, age_of
from products.inquiries.querysets import days_ago

from .enums import Outcome, PlaceKind, Status
from .models import Report

CHANGE = "protect.change_report"
SEE_PERSONS = "protect.view_personal_data"
EXPORT = "protect.export_reports"


def officers():
    """Who may work on reports."""
    return User.objects.with_perm(
        CHANGE, backend="django.contrib.auth.backends.ModelBackend"
    ).order_by("username")


class ReportFilterSet(WagtailFilterSet):
    status = django_filters.MultipleChoiceFilter(
        label=_("status"),
        field_name="status_known",
        choices=Status.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    is_overdue = django_filters.BooleanFilter(label=_("overdue"))
    outcome = django_filters.MultipleChoiceFilter(
        label=_("outcome"), choices=Outcome.choices, widget=forms.CheckboxSelectMultiple
    )
    product = django_filters.ModelMultipleChoiceFilter(
        label=_("GI product"),
        queryset=GIProduct.objects.all(),
        widget=forms.CheckboxSelectMultiple,
        null_label=_("Not on the list"),
    )
    place_kind = django_filters.MultipleChoiceFilter(
        label=_("kind of place"), choices=PlaceKind.choices, widget=forms.CheckboxSelectMultiple
    )
    district = django_filters.ModelMultipleChoiceFilter(
        label=_("district"),
        queryset=District.objects.all(),
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
    is_sample = django_filters.BooleanFilter(label=_("sample"))

    class Meta:
        model = Report
        fields = [
            "status",
            "is_overdue",
            "outcome",
            "product",
            "place_kind",
            "district",
            "age",
            "assigned_to",
            "is_sample",
        ]

    def filter_age(self, queryset, name, value):
        return queryset.filter(received_at__lt=days_ago(int(value)))


def status_of(report):
    """The status in words."""
    return Status(report.status_known).label


def day_of(report):
    """The day on which it was received."""
    return date_format(timezone.localtime(report.received_at), "Y-m-d")


def product_of(report):
    """The product, if it is on the list; what the reporter has written is for fewer eyes."""
    return str(report.product) if report.product else str(_("Not on the list"))


def _local(moment):
    return moment and timezone.localtime(moment)


# What may leave the house: no words, no link, no place, nobody's name.
EXPORTED = {
    "reference": lambda report: report.reference,
    "received_at": lambda report: _local(report.received_at),
    "status": status_of,
    "product": product_of,
    "place_kind": lambda report: report.get_place_kind_display(),
    "district": lambda report: str(report.district or ""),
    "signs": lambda report: "; ".join(str(label) for label in report.sign_labels),
    "looked_at": lambda report: _local(report.looked_at),
    "passed_on_at": lambda report: _local(report.passed_on_at),
    "authority": lambda report: report.authority,
    "closed_at": lambda report: _local(report.closed_at),
    "outcome": lambda report: report.get_outcome_display(),
    "assigned_to": lambda report: str(report.assigned_to or ""),
}


class ReportIndexView(SafeExportMixin, generic.IndexView):
    """All reports, the newest first."""

    export_values = EXPORTED
    export_filename = "reports-of-misuse"
    export_headings = {"status": _("Status")}

    @cached_property
    def list_export(self):
        return [*EXPORTED] if self.request.user.has_perm(EXPORT) else []

    def get_base_queryset(self):
        reports = Report.objects.with_status().with_overdue()
        reports = reports.select_related("product", "district", "assigned_to")
        # Nothing invented leaves the house.
        return reports.real() if self.is_export else reports

    def filter_queryset(self, queryset):
        if self.filters and not self.filters.is_valid():
            return queryset.none()  # a mistyped filter must not show everything
        return super().filter_queryset(queryset)

    def as_spreadsheet(self, queryset, spreadsheet_format):
        if not self.list_export:
            raise PermissionDenied
        return super().as_spreadsheet(queryset, spreadsheet_format)

    def get_edit_url(self, instance):
        return None


LIST_COLUMNS = [
    TitleColumn(
        "reference",
        label=pgettext_lazy("report", "Reference"),
        sort_key="reference",
        url_name="reports:inspect",
        classname="w-whitespace-nowrap",
    ),
    Column(
        "received_at",
        label=_("Received"),
        accessor=day_of,
        sort_key="received_at",
        classname="w-whitespace-nowrap",
    ),
    Column("product", label=_("GI product"), accessor=product_of, sort_key="product"),
    Column("place_kind", label=_("Kind of place"), accessor="get_place_kind_display"),
    StatusTagColumn(
        "status",
        label=_("Status"),
        accessor=status_of,
        sort_key="status_known",
        primary=lambda report: report.status_known == Status.RECEIVED,
    ),
    Column("outcome", label=_("Outcome"), accessor="get_outcome_display", sort_key="outcome"),
    Column("age", label=_("Age"), accessor=age_of),
    Column("assigned_to", label=_("Assigned to"), sort_key="assigned_to__username"),
    StatusFlagColumn(
        "is_overdue", label=_("Overdue"), true_label=_("overdue"), sort_key="is_overdue"
    ),
    BooleanColumn("is_sample", label=_("Sample"), sort_key="is_sample"),
]
