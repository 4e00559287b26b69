"""The filter of the list of stories, news and events."""

import django_filters
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from gi_site.core.finder import FacetFilterSet, Finder
from gi_site.ops.memo import cached_until_published
from home.stories.enums import Kind, Sort
from home.stories.models.entries import OWN_CLASSES, StoryEntry
from products.catalogue.models import GIProduct

KIND_CONDITIONS = {
    kind.value: Q(**{f"{name}__isnull": False}) for name, kind in OWN_CLASSES.items()
}


class StoryFilterSet(FacetFilterSet):
    """Free text, three facets and the order."""

    q = django_filters.CharFilter(label=_("Search"), method="filter_text")
    kind = django_filters.MultipleChoiceFilter(label=_("Kind"), method="filter_kind")
    product = django_filters.MultipleChoiceFilter(label=_("Product"), field_name="products__slug")
    year = django_filters.MultipleChoiceFilter(label=_("Year"), method="filter_year")
    sort = django_filters.ChoiceFilter(
        label=_("Order"), choices=Sort, empty_label=None, method="sort_by"
    )

    class Meta:
        model = StoryEntry
        fields = []

    def filter_kind(self, queryset, name, values):
        """Keeps what is any of the kinds."""
        wanted = Q()
        for value in values:
            wanted |= KIND_CONDITIONS[value]
        return queryset.filter(wanted)

    def filter_year(self, queryset, name, values):
        """Keeps what is of any of the years."""
        return queryset.filter(date__year__in=values)

    def sort_by(self, queryset, name, value):
        """By date, either way."""
        return queryset.order_by("date", "pk") if value == Sort.OLDEST else queryset.newest_first()


class StoryFinder(Finder):
    """One request to the list, in `language`."""

    filterset_class = StoryFilterSet
    facet_names = ("kind", "product", "year")
    paths = {"product": "products__slug"}
    sorts = Sort

    def __init__(self, data, language: str):
        self.language = language
        super().__init__(data)

    def everything(self):
        return StoryEntry.objects.published(self.language).newest_first()

    def facet_terms(self):
        products = cached_until_published(
            f"product-terms-{get_language()}",
            lambda: {product.slug: product.name for product in GIProduct.objects.all()},
        )
        years = cached_until_published(f"story-years-{self.language}", self._years)
        return {
            "kind": dict(Kind.choices),
            "product": products,
            "year": {str(year): str(year) for year in years},
        }

    def _years(self) -> list[int]:
        days = StoryEntry.objects.published(self.language).dates("date", "year", order="DESC")
        return [day.year for day in days]

    def conditions(self):
        years = {year: Q(date__year=year) for year in self.terms["year"]}
        return {"kind": KIND_CONDITIONS, "year": years}
