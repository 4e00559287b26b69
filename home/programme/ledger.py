"""The farmer-benefit ledger: the figures of all products, narrowed, grouped, never added."""

from itertools import groupby

import django_filters
from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.db import models
from django.db.models import Count
from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gi_site.core.finder import FacetFilterSet
from gi_site.core.finder import Finder as BaseFinder
from gi_site.ops.memo import cached_until_published
from products.catalogue.enums import Measure
from products.catalogue.models import Figure
from products.registry.terms import registry_terms

UNKNOWN = "unknown"


class Sort(models.TextChoices):
    """Orders of the ledger; both keep the figures of one product together."""

    PRODUCT = "product", gettext_lazy("As on the city's list")
    NAME = "name", gettext_lazy("By name")


# Within a product: what belongs to one series stands together, in order of time.
WITHIN = (
    "measure",
    "definition_zh",
    "scope_zh",
    "unit_zh",
    models.F("period").asc(nulls_first=True),
    "pk",
)


class FigureFilterSet(FacetFilterSet):
    """Three facets and the order; every facet takes several values."""

    product = django_filters.MultipleChoiceFilter(
        label=gettext_lazy("Product"), field_name="product__slug"
    )
    measure = django_filters.MultipleChoiceFilter(label=gettext_lazy("Measure"))
    year = django_filters.MultipleChoiceFilter(label=gettext_lazy("Period"), method="by_year")
    sort = django_filters.ChoiceFilter(
        label=gettext_lazy("Order"), choices=Sort, empty_label=None, method="sort_by"
    )

    class Meta:
        model = Figure
        fields = []

    def by_year(self, queryset, name, value):
        """Keeps the figures of any of the years; `unknown` for those without a period."""
        if not value:
            return queryset
        years = models.Q(period__year__in=[year for year in value if year != UNKNOWN])
        if UNKNOWN in value:
            years |= models.Q(period__isnull=True)
        return queryset.filter(years)

    def sort_by(self, queryset, name, value):
        """Orders by the city's list or by the pinyin of the product."""
        first = "product__pinyin" if value == Sort.NAME else "product__number"
        return queryset.order_by(first, "product_id", *WITHIN)


class LedgerFinder(BaseFinder):
    """One request to the ledger."""

    filterset_class = FigureFilterSet
    facet_names = ("product", "measure", "year")
    paths = {"product": "product__slug", "measure": "measure"}
    sorts = Sort

    def _understood(self, data):
        """There is no free text here."""
        kept = super()._understood(data)
        kept.pop("q", None)
        return kept

    def page(self, number, size: int):
        """Page `number` of products, each with all its figures; `Http404` if it is not there."""
        products = self.filterset.qs.values_list("product_id", flat=True)
        try:
            return Paginator(list(dict.fromkeys(products)), size).page(number or 1)
        except (EmptyPage, PageNotAnInteger) as error:
            raise Http404 from error

    def everything(self):
        return Figure.objects.order_by("product__number", "product_id", *WITHIN)

    def facet_terms(self):
        return {
            "product": {slug: term.name for slug, term in registry_terms().products.items()},
            "measure": dict(Measure.choices),
            "year": {year: str(year) for year in years_in_use()} | {UNKNOWN: _("Not stated")},
        }

    def computed_counts(self):
        rows = self.without("year").order_by().values_list("period__year")
        counts = dict(rows.annotate(amount=Count("pk")))
        return {"year": {str(year or UNKNOWN): amount for year, amount in counts.items()}}

    def rows(self) -> models.QuerySet:
        """All matches in order, with what a row shows."""
        return self.filterset.qs.select_related("product", "source", "second_source")


def years_in_use() -> list[str]:
    """The years of which there are figures, newest first."""

    def read():
        return [str(day.year) for day in Figure.objects.dates("period", "year", order="DESC")]

    return cached_until_published("ledger-years", read)


def series_of(figure) -> tuple:
    """What figures must share so that they may be compared over time."""
    return (
        figure.product_id,
        figure.measure,
        figure.definition_zh,
        figure.unit_zh,
        figure.scope_zh,
    )


def grouped(rows, key) -> list[tuple]:
    """Neighbours with the same `key(row)`, as pairs of key and rows."""
    return [(value, list(members)) for value, members in groupby(rows, key)]
