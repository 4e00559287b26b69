"""Facets of the finder: values in use, counts that follow the other choices, chips, notes."""

import json
from dataclasses import dataclass

from django.db.models import CharField, Count, F, Value
from django.db.models.functions import Cast
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gi_site.ops.memo import cached_until_published
from gi_site.search.enums import Stage
from products.catalogue.enums import ProductState, Scheme
from products.catalogue.filters import Month, ProductFilterSet, Sort, month_windows
from products.catalogue.models.places import Category, District
from products.catalogue.models.products import GIProduct

# Path from a product to the value of each facet that is a column.
FACET_PATHS = {
    "category": "category__slug",
    "district": "districts__slug",
    "protection": "protections__scheme",
    "state": "state",
}
FACETS = ("category", "district", "protection", "month", "state")


def facet_terms() -> dict[str, dict[str, str]]:
    """Values and labels of every facet in the reader's language, in their order."""
    language = get_language()
    stored = cached_until_published(f"facet-terms-{language}", _stored_terms)
    return stored | {
        "protection": dict(Scheme.choices),
        "month": dict(Month.choices),
        "state": dict(ProductState.choices),
    }


def _stored_terms() -> dict[str, dict[str, str]]:
    return {
        "category": {term.slug: term.name for term in Category.objects.all()},
        "district": {term.slug: term.name for term in District.objects.all()},
    }


@dataclass(frozen=True)
class Option:
    """One value of a facet; `url` toggles it."""

    value: str
    label: str
    count: int | None
    is_selected: bool
    url: str


@dataclass(frozen=True)
class Facet:
    """One facet with the values to offer."""

    name: str
    label: str
    options: list[Option]


class Finder:
    """One request to the finder: what matches, what can be chosen, what was not understood."""

    def __init__(self, data: QueryDict):
        self.terms = facet_terms()
        self.ignored: list[str] = []
        self.data = self._understood(data)
        self.filterset = ProductFilterSet(
            self.data, terms=self.terms, queryset=GIProduct.objects.all()
        )

    def _understood(self, data: QueryDict) -> QueryDict:
        """Only known parameters with known values; the rest is noted, never widens the list."""
        kept = QueryDict(mutable=True)
        if query := data.get("q", "").strip():
            kept["q"] = query
        for name in FACETS:
            for value in dict.fromkeys(data.getlist(name)):
                if value in self.terms[name]:
                    kept.appendlist(name, value)
                elif value:
                    self._ignore(value)
        if (sort := data.get("sort", "")) in Sort.values:
            kept["sort"] = sort
        elif sort:
            self._ignore(sort)
        return kept

    def _ignore(self, value: str):
        shown = value if len(value) <= 40 else f"{value[:40]}…"
        self.ignored.append(
            _("“%(value)s” is not one of the choices and was ignored.") % {"value": shown}
        )

    @property
    def query(self) -> str:
        """The free text."""
        return self.data.get("q", "")

    @cached_property
    def ids(self) -> list[int]:
        """Primary keys of all matches in order."""
        return self.filterset.ordered_ids()

    @property
    def search_stage(self) -> Stage | None:
        """How the free text was understood; None if it was found as typed or there is none."""
        found = self.filterset.search_result
        return None if found is None or found.is_exact else found.stage

    @property
    def text_matches(self) -> list[int]:
        """What the free text alone finds."""
        found = self.filterset.search_result
        return found.ids if found else []

    def facets(self) -> list[Facet]:
        """Every facet with its values in use."""
        counts = self._counts()
        return [
            Facet(
                name=name,
                label=self.filterset.filters[name].label,
                options=self._options(name, counts[name]),
            )
            for name in FACETS
        ]

    def _options(self, name: str, counts: dict[str, int]) -> list[Option]:
        selected = self.data.getlist(name)
        return [
            Option(value, label, counts.get(value, 0), value in selected, self._toggle(name, value))
            for value, label in self.terms[name].items()
            if counts.get(value) or value in selected
        ]

    def _counts(self) -> dict[str, dict[str, int]]:
        """Count of each value among what the *other* facets leave."""
        if self.query:
            return self._count()
        choices = sorted((name, sorted(self.data.getlist(name))) for name in FACETS)
        return cached_until_published(f"facet-counts-{json.dumps(choices)}", self._count)

    def _count(self) -> dict[str, dict[str, int]]:
        counts = {name: {} for name in FACETS}
        rows = [
            self._without(name)
            .order_by()
            .values(
                facet=Value(name, output_field=CharField()),
                term=Cast(F(path), CharField()),
            )
            .annotate(count=Count("pk", distinct=True))
            .values_list("facet", "term", "count")
            for name, path in FACET_PATHS.items()
        ]
        for name, value, count in rows[0].union(*rows[1:], all=True):
            counts[name][value] = count
        counts["month"] = self._without("month").aggregate(
            **{
                month: Count("pk", filter=month_windows(month, "seasons__"), distinct=True)
                for month in Month.values
            }
        )
        return counts

    def _without(self, name: str):
        """What matches all choices but those of one facet."""
        data = self.data.copy()
        data.pop(name, None)
        data.pop("sort", None)
        filterset = ProductFilterSet(data, terms=self.terms, queryset=GIProduct.objects.all())
        if self.filterset.search_result:
            data.pop("q")
            filterset = ProductFilterSet(
                data,
                terms=self.terms,
                queryset=GIProduct.objects.filter(pk__in=self.filterset.search_result.ids),
            )
        return GIProduct.objects.filter(pk__in=filterset.qs.order_by().values("pk"))

    def chips(self) -> list[Option]:
        """What is chosen; the address of each leaves it out."""
        chosen = [
            Option(value, self.terms[name][value], None, True, self._toggle(name, value))
            for name in FACETS
            for value in self.data.getlist(name)
        ]
        if self.query:
            chosen.append(Option(self.query, f"“{self.query}”", None, True, self._drop("q")))
        return chosen

    def sort_options(self) -> list[Option]:
        """The orders on offer."""
        current = self.data.get("sort") or ("" if self.query else Sort.NUMBER)
        return [
            Option(value, label, None, value == current, self._set("sort", value))
            for value, label in Sort.choices
        ]

    def _toggle(self, name: str, value: str) -> str:
        data = self.data.copy()
        values = data.getlist(name)
        rest = [other for other in values if other != value]
        data.setlist(name, rest if value in values else [*values, value])
        return self._url(data)

    def _drop(self, name: str) -> str:
        data = self.data.copy()
        data.pop(name, None)
        return self._url(data)

    def _set(self, name: str, value: str) -> str:
        data = self.data.copy()
        data[name] = value
        return self._url(data)

    @staticmethod
    def _url(data: QueryDict) -> str:
        return f"?{data.urlencode()}"
