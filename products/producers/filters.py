"""The filter of the list of producers."""

import django_filters
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from gi_site.core.finder import FacetFilterSet, Finder
from gi_site.ops.memo import cached_until_published
from products.catalogue.facets import district_terms
from products.catalogue.models import GIProduct
from products.producers.enums import Role
from products.producers.lawful_users import lawful_user_ids
from products.producers.models.producers import Producer


class Sort(models.TextChoices):
    """Orders of the list."""

    LAWFUL = "lawful", _("Lawful users first")
    NAME = "name", _("Name")


class Mark(models.TextChoices):
    """Whether a producer may use a mark today."""

    TODAY = "today", _("May use a mark today")


class Export(models.TextChoices):
    """Whether a producer exports."""

    READY = "ready", _("Exports")


class Visits(models.TextChoices):
    """Whether a producer welcomes visitors."""

    WELCOME = "welcome", _("Welcomes visits")


def facet_conditions() -> dict[str, dict[str, Q]]:
    """What each value of the facets that are no column asks for."""
    return {
        "role": {role.value: Q(**{f"is_{role.value}": True}) for role in Role},
        "mark": {Mark.TODAY.value: Q(pk__in=lawful_user_ids(timezone.localdate()))},
        "export": {Export.READY.value: ~Q(export_markets=[])},
        "visits": {Visits.WELCOME.value: Q(welcomes_visits=True)},
    }


class ProducerFilterSet(FacetFilterSet):
    """Free text, six facets and the order."""

    q = django_filters.CharFilter(label=_("Search"), method="filter_text")
    product = django_filters.MultipleChoiceFilter(label=_("Product"), field_name="products__slug")
    district = django_filters.MultipleChoiceFilter(label=_("District"), field_name="district__slug")
    role = django_filters.MultipleChoiceFilter(label=_("What it does"), method="filter_condition")
    mark = django_filters.MultipleChoiceFilter(label=_("Mark"), method="filter_condition")
    export = django_filters.MultipleChoiceFilter(label=_("Export"), method="filter_condition")
    visits = django_filters.MultipleChoiceFilter(label=_("Visits"), method="filter_condition")
    sort = django_filters.ChoiceFilter(
        label=_("Order"), choices=Sort, empty_label=None, method="sort_by"
    )

    class Meta:
        model = Producer
        fields = []

    def filter_condition(self, queryset, name, values):
        """Keeps what fits any of the values."""
        conditions, wanted = facet_conditions()[name], Q()
        for value in values:
            wanted |= conditions[value]
        return queryset.filter(wanted)

    def sort_by(self, queryset, name, value):
        """Orders by name (Chinese ones by pinyin, as in the address); samples come last."""
        by_name = ["name_en", "slug"] if get_language() == "en" else ["slug"]
        first = ["-is_lawful_today"] if value == Sort.LAWFUL else []
        return queryset.order_by("is_sample", *first, *by_name, "pk")


class ProducerFinder(Finder):
    """One request to the list of producers."""

    filterset_class = ProducerFilterSet
    facet_names = ("product", "district", "role", "mark", "export", "visits")
    paths = {"product": "products__slug", "district": "district__slug"}
    sorts = Sort

    def everything(self):
        return Producer.objects.with_lawful_today().order_by(
            "is_sample", "-is_lawful_today", "slug", "pk"
        )

    def facet_terms(self):
        products = cached_until_published(
            f"product-terms-{get_language()}",
            lambda: {product.slug: product.name for product in GIProduct.objects.all()},
        )
        enums = {"role": Role, "mark": Mark, "export": Export, "visits": Visits}
        return {
            "product": products,
            "district": district_terms(),
            **{name: dict(enum.choices) for name, enum in enums.items()},
        }

    def conditions(self):
        return facet_conditions()
