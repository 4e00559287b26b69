"""Filters of the records that have no list among the pages; the other datasets use the pages'."""

import django_filters
from django.utils.translation import gettext_lazy as _

from gi_site.core.finder import FacetFilterSet
from gi_site.ops.memo import cached_until_published
from products.catalogue.enums import Scheme
from products.catalogue.models import GIProduct, Protection
from products.registry.models import Notice


def product_terms() -> dict[str, str]:
    """Slug and Chinese name of every product."""
    return cached_until_published(
        "open-data-products",
        lambda: dict(GIProduct.objects.order_by("number").values_list("slug", "name_zh")),
    )


def _years(queryset, column: str) -> dict[str, str]:
    """The years of `column` in use."""
    key = f"open-data-years-{queryset.model._meta.label_lower}"
    return cached_until_published(
        key,
        lambda: {str(day.year): str(day.year) for day in queryset.dates(column, "year")},
    )


class ProtectionFilterSet(FacetFilterSet):
    """By product and scheme."""

    product = django_filters.MultipleChoiceFilter(label=_("Product"), field_name="product__slug")
    scheme = django_filters.MultipleChoiceFilter(label=_("Protection"), field_name="scheme")

    class Meta:
        model = Protection
        fields = []


class NoticeFilterSet(FacetFilterSet):
    """By the product for which it authorises somebody, and by its year."""

    product = django_filters.MultipleChoiceFilter(
        label=_("Product"), field_name="authorisations__product__slug"
    )
    year = django_filters.MultipleChoiceFilter(label=_("Year"), field_name="issued_on__year")

    class Meta:
        model = Notice
        fields = []


def protection_terms():
    return {"product": product_terms(), "scheme": dict(Scheme.choices)}


def notice_terms():
    years = _years(Notice.objects.filter(is_sample=False), "issued_on")
    return {"product": product_terms(), "year": years}
