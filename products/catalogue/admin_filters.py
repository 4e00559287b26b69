"""Filters of the catalogue's lists in the admin."""

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from products.catalogue import models
from products.catalogue.enums import (
    Confidence,
    ProductState,
    ProtectionStatus,
    Scheme,
    SourceKind,
)
from products.catalogue.gaps import Gap, gap_condition, protections_with_status


def _choices(label, choices, **kwargs):
    return django_filters.MultipleChoiceFilter(
        label=label, choices=choices, widget=forms.CheckboxSelectMultiple, **kwargs
    )


def _records(label, model, **kwargs):
    return django_filters.ModelMultipleChoiceFilter(
        label=label,
        queryset=model.objects.all(),
        widget=forms.CheckboxSelectMultiple,
        **kwargs,
    )


def _years(model, field):
    """Choices of the years in use, newest first; asked anew for each request."""

    def choices():
        dates = model.objects.dates(field, "year", order="DESC")
        return [(date.year, str(date.year)) for date in dates]

    return choices


class ProductFilterSet(WagtailFilterSet):
    category = _records(_("class"), models.Category)
    districts = _records(_("district"), models.District, distinct=True)
    state = _choices(_("state"), ProductState.choices)
    scheme = _choices(_("scheme"), Scheme.choices, field_name="protections__scheme")
    gap = django_filters.ChoiceFilter(
        label=_("missing"), choices=Gap.choices, method="filter_gap", widget=forms.RadioSelect
    )

    class Meta:
        model = models.GIProduct
        fields = ["gap", "category", "districts", "state", "scheme"]

    def filter_gap(self, queryset, name, value):
        return queryset.filter(gap_condition(value))


class ProtectionFilterSet(WagtailFilterSet):
    scheme = _choices(_("scheme"), Scheme.choices)
    status = django_filters.ChoiceFilter(
        label=_("status"),
        choices=ProtectionStatus.choices,
        method="filter_status",
        widget=forms.RadioSelect,
    )
    confidence = _choices(_("confidence"), Confidence.choices)
    year = django_filters.ChoiceFilter(
        label=_("year of the announcement"),
        field_name="announced__year",
        choices=_years(models.Protection, "announced"),
    )

    class Meta:
        model = models.Protection
        fields = ["status", "scheme", "confidence", "year"]

    def filter_status(self, queryset, name, value):
        return queryset.filter(pk__in=protections_with_status(value))


class SpecificationFilterSet(WagtailFilterSet):
    confidence = _choices(_("confidence"), Confidence.choices)
    year = django_filters.ChoiceFilter(
        label=_("in force from (year)"),
        field_name="in_force_from__year",
        choices=_years(models.Specification, "in_force_from"),
    )

    class Meta:
        model = models.Specification
        fields = ["confidence", "year"]


class SourceFilterSet(WagtailFilterSet):
    kind = _choices(_("kind"), SourceKind.choices)
    year = django_filters.ChoiceFilter(
        label=_("year"),
        field_name="published__year",
        choices=_years(models.Source, "published"),
    )
    has_link = django_filters.BooleanFilter(label=_("has a link"), method="filter_link")

    class Meta:
        model = models.Source
        fields = ["kind", "year", "has_link"]

    def filter_link(self, queryset, name, value):
        return queryset.exclude(url="") if value else queryset.filter(url="")
