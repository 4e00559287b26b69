"""The one filter of the catalogue: it serves the finder, its counts and, later, the open data."""

import datetime

import django_filters
from django.db import models
from django.db.models import Case, Exists, F, Min, OuterRef, Q, Value, When
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from gi_site.core.finder import FacetFilterSet
from products.catalogue.enums import SeasonKind
from products.catalogue.models.facts import SeasonWindow
from products.catalogue.models.products import GIProduct
from products.catalogue.seasons import half_month


class Sort(models.TextChoices):
    """Orders of the finder."""

    NUMBER = "number", _("City's list")
    NAME = "name", _("Name")
    SEASON = "season", _("In season first")


class Month(models.TextChoices):
    """The months, named for readers."""

    JANUARY = "1", _("January")
    FEBRUARY = "2", _("February")
    MARCH = "3", _("March")
    APRIL = "4", _("April")
    MAY = "5", _("May")
    JUNE = "6", _("June")
    JULY = "7", _("July")
    AUGUST = "8", _("August")
    SEPTEMBER = "9", _("September")
    OCTOBER = "10", _("October")
    NOVEMBER = "11", _("November")
    DECEMBER = "12", _("December")


def window_covers(first: int, last: int, prefix: str = "") -> Q:
    """Season windows (bar stock) that touch the half-months `first` to `last`."""
    start, end = f"{prefix}start", f"{prefix}end"
    begins, ends = Q(**{f"{start}__lte": last}), Q(**{f"{end}__gte": first})
    plain = Q(**{f"{start}__lte": F(end)}) & begins & ends
    over_new_year = Q(**{f"{start}__gt": F(end)}) & (begins | ends)
    return ~Q(**{f"{prefix}kind": SeasonKind.STORED}) & (plain | over_new_year)


def month_windows(month: str, prefix: str = "") -> Q:
    """Season windows (bar stock) in `month` ("1" to "12")."""
    return window_covers(2 * int(month) - 1, 2 * int(month), prefix)


def by_next_season(products, on: datetime.date):
    """`products` with those in season on `on` first, then by how soon their season comes."""
    now = half_month(on)
    ahead = Case(
        When(window_covers(now, now, "seasons__"), then=Value(0)),
        When(seasons__kind=SeasonKind.STORED, then=Value(None)),
        default=(F("seasons__start") - now + 24) % 24,
        output_field=models.IntegerField(null=True),
    )
    return products.annotate(half_months_ahead=Min(ahead)).order_by(
        F("half_months_ahead").asc(nulls_last=True), "number", "pk"
    )


class ProductFilterSet(FacetFilterSet):
    """Free text, five facets and the order; every facet takes several values."""

    q = django_filters.CharFilter(label=_("Search"), method="filter_text")
    category = django_filters.MultipleChoiceFilter(label=_("Class"), field_name="category__slug")
    district = django_filters.MultipleChoiceFilter(
        label=_("District"), field_name="districts__slug"
    )
    protection = django_filters.MultipleChoiceFilter(
        label=_("Protection"), field_name="protections__scheme"
    )
    month = django_filters.MultipleChoiceFilter(label=_("Season"), method="filter_month")
    state = django_filters.MultipleChoiceFilter(label=_("State"))
    sort = django_filters.ChoiceFilter(
        label=_("Order"), choices=Sort, empty_label=None, method="sort_by"
    )

    class Meta:
        model = GIProduct
        fields = []

    def filter_month(self, queryset, name, value):
        """Keeps what is in season in any of the months."""
        if not value:
            return queryset
        covered = Q()
        for month in value:
            covered |= month_windows(month)
        return queryset.filter(Exists(SeasonWindow.objects.filter(covered, product=OuterRef("pk"))))

    def sort_by(self, queryset, name, value):
        """Orders by city's list, name in the reader's language, or nearness of the season."""
        if value == Sort.SEASON:
            return by_next_season(queryset, timezone.localdate())
        if value == Sort.NAME:
            return queryset.order_by("name_en" if get_language() == "en" else "pinyin", "pk")
        return queryset.order_by("number", "pk")
