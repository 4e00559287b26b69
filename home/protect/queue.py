"""The list of reports in the admin: columns, filters, export. It shows nobody's words."""

import django_filters
from django import forms
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.ui.tables import Column

from gi_site.intake.inbox import ReceivedFilterSet, ReceivedIndexView, columns
from products.catalogue.models import District, GIProduct

from .enums import Outcome, PlaceKind, Status
from .models import Report

CHANGE = "protect.change_report"
SEE_PERSONS = "protect.view_personal_data"
EXPORT = "protect.export_reports"


class ReportFilterSet(ReceivedFilterSet):
    change_permission = CHANGE

    status = django_filters.MultipleChoiceFilter(
        label=_("status"),
        field_name="status_known",
        choices=Status.choices,
        widget=forms.CheckboxSelectMultiple,
    )
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


def status_of(report):
    """The status in words."""
    return Status(report.status_known).label


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


class ReportIndexView(ReceivedIndexView):
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


LIST_COLUMNS = columns(
    "reports:inspect",
    pgettext_lazy("report", "Reference"),
    Status,
    about=[
        Column("product", label=_("GI product"), accessor=product_of, sort_key="product"),
        Column("place_kind", label=_("Kind of place"), accessor="get_place_kind_display"),
    ],
    after=[
        Column("outcome", label=_("Outcome"), accessor="get_outcome_display", sort_key="outcome")
    ],
)
