"""The finder of products: its facets and their counts."""

from django.db.models import Count
from django.utils.translation import get_language

from gi_site.core.finder import Finder as BaseFinder
from gi_site.ops.memo import cached_until_published
from products.catalogue.enums import ProductState, Scheme
from products.catalogue.filters import Month, ProductFilterSet, Sort, month_windows
from products.catalogue.models.places import Category, District


def district_terms() -> dict[str, str]:
    """Slug and name of every district in the reader's language."""
    return cached_until_published(
        f"district-terms-{get_language()}",
        lambda: {term.slug: term.name for term in District.objects.all()},
    )


def category_terms() -> dict[str, str]:
    """Slug and name of every class in the reader's language."""
    return cached_until_published(
        f"category-terms-{get_language()}",
        lambda: {term.slug: term.name for term in Category.objects.all()},
    )


class Finder(BaseFinder):
    """One request to the finder of products."""

    filterset_class = ProductFilterSet
    facet_names = ("category", "district", "protection", "month", "state")
    paths = {
        "category": "category__slug",
        "district": "districts__slug",
        "protection": "protections__scheme",
        "state": "state",
    }
    sorts = Sort

    def facet_terms(self):
        return {
            "category": category_terms(),
            "district": district_terms(),
            "protection": dict(Scheme.choices),
            "month": dict(Month.choices),
            "state": dict(ProductState.choices),
        }

    def computed_counts(self):
        months = {
            month: Count("pk", filter=month_windows(month, "seasons__"), distinct=True)
            for month in Month.values
        }
        return {"month": self.without("month").aggregate(**months)}
