"""The list of the registry: its filter, its facets and their counts on a day."""

import datetime
from collections import Counter

import django_filters
from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.db import models
from django.db.models import Count
from django.http import Http404, QueryDict
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from gi_site.core.finder import FacetFilterSet, Finder, Option
from gi_site.ops.memo import cached_until_published
from products.catalogue.enums import Scheme
from products.registry.days import read_day
from products.registry.enums import LawfulKind, Status
from products.registry.matching import read
from products.registry.models import Authorisation
from products.registry.terms import registry_terms


class Sort(models.TextChoices):
    """Orders of the list; the names of firms come in the order of the dictionary of characters."""

    PRODUCT = "product", _("Product")
    NAME = "name", _("Name of the firm")
    NEWEST = "newest", _("Newest notice first")


ORDERS = {
    # By key, which is the order in which the products were entered: an index holds it.
    Sort.PRODUCT: ("product_id", "name_as_printed", "pk"),
    Sort.NAME: ("name_as_printed", "pk"),
    Sort.NEWEST: (models.F("notice__issued_on").desc(nulls_last=True), "-pk"),
}


class AuthorisationFilterSet(FacetFilterSet):
    """Free text (name, credit code, public number), five facets and the order."""

    q = django_filters.CharFilter(label=_("Search"), method="filter_text")
    product = django_filters.MultipleChoiceFilter(label=_("Product"), method="by_product")
    status = django_filters.MultipleChoiceFilter(label=_("Status"), method="by_status")
    scheme = django_filters.MultipleChoiceFilter(label=_("Base right"), method="by_scheme")
    kind = django_filters.MultipleChoiceFilter(
        label=_("Kind of lawful user"), field_name="lawful_kind"
    )
    district = django_filters.MultipleChoiceFilter(label=_("District"), method="by_district")
    sort = django_filters.ChoiceFilter(
        label=_("Order"), choices=Sort, empty_label=None, method="sort_by"
    )

    class Meta:
        model = Authorisation
        fields = []

    def filter_text(self, queryset, name, value):
        """Keeps what the text asks for, whatever kind of text it is."""
        return queryset.filter(pk__in=read(value).keys)

    def by_status(self, queryset, name, value):
        """Keeps the entries that had any of the statuses on the day asked for."""
        if not value:
            return queryset
        day, _note = read_day(self.data.get("on"))
        return queryset.having_status(*value, on=day)

    # By key and not by a joined column: a join of a hundred thousand rows costs.

    def by_product(self, queryset, name, value):
        """Keeps the entries of any of the products."""
        products = registry_terms().products
        return (
            queryset.filter(product__in=[products[slug].pk for slug in value])
            if value
            else queryset
        )

    def by_scheme(self, queryset, name, value):
        """Keeps the entries whose base right is of any of the schemes."""
        if not value:
            return queryset
        schemes = registry_terms().schemes.items()
        return queryset.filter(protection__in=[pk for pk, scheme in schemes if scheme in value])

    def by_district(self, queryset, name, value):
        """Keeps the entries of any of the districts."""
        districts = registry_terms().districts
        return (
            queryset.filter(district__in=[districts[slug][0] for slug in value])
            if value
            else queryset
        )

    def sort_by(self, queryset, name, value):
        """Orders by product, by name, or by the date of the notice."""
        return queryset.order_by(*ORDERS[value])


class RegistryFinder(Finder):
    """One request to the list: the real entries on a day, today if none is given."""

    filterset_class = AuthorisationFilterSet
    facet_names = ("product", "status", "scheme", "kind", "district")
    sorts = Sort

    def __init__(self, data):
        self.day, note = read_day(data.get("on"))
        super().__init__(data)
        if note:
            self.ignored.append(note)

    def _understood(self, data):
        kept = super()._understood(data)
        if kept.get("q"):
            kept["q"] = read(kept["q"]).text
        if self.day != timezone.localdate():
            kept["on"] = self.day.isoformat()
        return kept

    def facet_terms(self):
        terms = registry_terms()
        return {
            "product": {slug: term.name for slug, term in terms.products.items()},
            "status": dict(Status.choices),
            "scheme": dict(Scheme.choices),
            "kind": dict(LawfulKind.choices),
            "district": {slug: name for slug, (_pk, name) in terms.districts.items()},
        }

    def everything(self):
        return Authorisation.objects.public().real()

    @cached_property
    def matches(self):
        """All matches in order."""
        matches = self.filterset.qs
        return matches if matches.query.order_by else matches.order_by(*ORDERS[Sort.PRODUCT])

    @property
    def samples(self):
        """Invented entries that fit; they are shown apart and never counted."""
        samples = Authorisation.objects.public().filter(is_sample=True)
        return self.filterset_class(self.data, terms=self.terms, queryset=samples).qs

    @property
    def count(self) -> int:
        return self._tally[0]

    def page(self, number, size):
        # Keys first: sorting whole rows of a long list costs ten times as much.
        paginator = Paginator(self.matches.values_list("pk", flat=True), size)
        paginator.count = self.count  # known from the tally: not counted again
        try:
            return paginator.page(number or 1)
        except (EmptyPage, PageNotAnInteger) as error:
            raise Http404 from error

    def sort_options(self):
        current = self.data.get("sort") or Sort.PRODUCT
        return [
            Option(value, label, None, value == current, self._set("sort", value))
            for value, label in Sort.choices
        ]

    def _counts(self):
        return self._tally[1]

    @cached_property
    def _tally(self) -> tuple[int, dict[str, Counter]]:
        """How many match, and the count of each value among what the *other* facets leave.

        Every facet has one value a row, so one grouped query serves them all: a group that
        fails on one facet only still counts among the values of that facet.
        """
        chosen = [set(self.data.getlist(name)) for name in self.facet_names]
        total, counts = 0, {name: Counter() for name in self.facet_names}
        for *values, amount in self._groups():
            failing = [i for i, one in enumerate(values) if chosen[i] and one not in chosen[i]]
            if not failing:
                total += amount
                for name, value in zip(self.facet_names, values, strict=True):
                    counts[name][value] += amount
            elif len(failing) == 1:
                name = self.facet_names[failing[0]]
                counts[name][values[failing[0]]] += amount
        return total, counts

    def _groups(self) -> list[tuple]:
        """Every combination of the values of the facets with the number of its entries."""
        if self.query:
            return self._count_groups()
        return cached_until_published(f"registry-groups-{self.day}", self._count_groups)

    def _count_groups(self):
        entries = self.everything().with_status(self.day)
        if self.query:
            entries = entries.filter(pk__in=read(self.query).keys)
        terms = registry_terms()
        products = {term.pk: slug for slug, term in terms.products.items()}
        districts = {pk: slug for slug, (pk, _name) in terms.districts.items()}
        columns = ("product_id", "status_known", "protection_id", "lawful_kind", "district_id")
        rows = entries.order_by().values_list(*columns).annotate(amount=Count("pk"))
        return [
            (
                products.get(product, ""),
                status,
                terms.schemes.get(right, ""),
                kind,
                districts.get(district, ""),
                amount,
            )
            for product, status, right, kind, district, amount in rows
        ]


def count_on(day: datetime.date, product: str, status: Status) -> int:
    """How many real entries of `product` (its slug) have `status` on `day`."""
    data = QueryDict(mutable=True)
    data.update({"product": product, "status": status, "on": day.isoformat()})
    return RegistryFinder(data).count
