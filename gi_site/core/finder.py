"""Lists that visitors narrow: one filter, facets with counts that follow the other choices."""

import json
from dataclasses import dataclass

import django_filters
from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.db.models import CharField, Count, F, Q, QuerySet, TextChoices, Value
from django.db.models.functions import Cast
from django.http import Http404, QueryDict
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gi_site.ops.memo import cached_until_published
from gi_site.ops.page_cache import current_generation
from gi_site.search.enums import Stage
from gi_site.search.query import search


class FacetFilterSet(django_filters.FilterSet):
    """A filter whose facets take several values; `terms` gives their values and labels."""

    def __init__(self, data, *, terms, queryset=None):
        self.search_result = None
        super().__init__(data, queryset=queryset)
        for name, values in terms.items():
            self.form.fields[name].choices = list(values.items())

    def filter_text(self, queryset, name, value):
        """Keeps what the search finds; its order is used unless another is chosen."""
        self.search_result = search(self._meta.model._default_manager.all(), value)
        return queryset.filter(pk__in=self.search_result.ids)

    def ordered_ids(self) -> list[int]:
        """Primary keys of all that matches, in the order in which they are shown."""
        ids = list(self.qs.values_list("pk", flat=True).distinct())
        if self.search_result and not self.form.cleaned_data["sort"]:
            rank = {pk: index for index, pk in enumerate(self.search_result.ids)}
            ids.sort(key=rank.__getitem__)
        return list(dict.fromkeys(ids))


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
    """One request to a list: what matches, what can be chosen, what was not understood.

    A list states its filter, its facets in order, the columns of those that are columns
    (`paths`) and its orders; `terms` and `computed_counts` give the rest.
    """

    filterset_class: type[FacetFilterSet]
    facet_names: tuple[str, ...]
    paths: dict[str, str]
    sorts: type[TextChoices]

    def __init__(self, data: QueryDict):
        self.terms = self.facet_terms()
        self.ignored: list[str] = []
        self.data = self._understood(data)
        self.filterset = self.filterset_class(
            self.data, terms=self.terms, queryset=self.everything()
        )

    def facet_terms(self) -> dict[str, dict[str, str]]:
        """Values and labels of every facet in the reader's language, in their order."""
        raise NotImplementedError

    def conditions(self) -> dict[str, dict[str, Q]]:
        """What each value of a facet that is no column asks for."""
        return {}

    def computed_counts(self) -> dict[str, dict[str, int]]:
        """Counts that are best asked for in one go."""
        return {}

    def everything(self) -> QuerySet:
        """What the list shows when nothing is chosen."""
        return self.filterset_class._meta.model._default_manager.all()

    def _understood(self, data: QueryDict) -> QueryDict:
        """Only known parameters with known values; the rest is noted, never widens the list."""
        kept = QueryDict(mutable=True)
        if query := data.get("q", "").strip():
            kept["q"] = query
        for name in self.facet_names:
            for value in dict.fromkeys(data.getlist(name)):
                if value in self.terms[name]:
                    kept.appendlist(name, value)
                elif value:
                    self._ignore(value)
        if (sort := data.get("sort", "")) in self.sorts.values:
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
        if self.query:
            return self.filterset.ordered_ids()
        key = f"{self._memo_key()}-{self.data.urlencode()}"
        return cached_until_published(key, self.filterset.ordered_ids)

    def _memo_key(self) -> str:
        """What the answer hangs on besides the choices: pages are listed by language."""
        return f"{type(self).__module__}-{get_language()}-{timezone.localdate()}"

    @property
    def count(self) -> int:
        """How many match."""
        return len(self.ids)

    def page(self, number, size: int):
        """Page `number` of the primary keys. Raises `Http404` for one that is not there."""
        try:
            return Paginator(self.ids, size).page(number or 1)
        except (EmptyPage, PageNotAnInteger) as error:
            raise Http404 from error

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

    def context(self, clear_url: str) -> dict:
        """What `components/results.html` needs around the items."""
        return {
            "query": self.query,
            "result_count": self.count,
            "search_stage": self.search_stage,
            "edition": " ".join(
                (current_generation(), get_language(), clear_url, self.data.urlencode())
            ),
            "facets": self.facets,
            "chips": self.chips(),
            "ignored": self.ignored,
            "sort_options": self.sort_options(),
            "hidden_fields": [
                (name, value)
                for name in self.data
                if name != "q"
                for value in self.data.getlist(name)
            ],
            "clear_url": clear_url,
        }

    def facets(self) -> list[Facet]:
        """Every facet with its values in use."""
        counts = self._counts()
        return [
            Facet(
                name=name,
                label=self.filterset.filters[name].label,
                options=self._options(name, counts[name]),
            )
            for name in self.facet_names
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
        choices = sorted((name, sorted(self.data.getlist(name))) for name in self.facet_names)
        key = f"facet-counts-{self._memo_key()}-{json.dumps(choices)}"
        return cached_until_published(key, self._count)

    def _count(self) -> dict[str, dict[str, int]]:
        counts = {name: {} for name in self.facet_names}
        rows = [self._tally(name, self.without(name), F(path)) for name, path in self.paths.items()]
        rows += [
            self._tally(name, self.without(name).filter(condition), Value(value))
            for name, conditions in self.conditions().items()
            for value, condition in conditions.items()
        ]
        for name, value, count in rows[0].union(*rows[1:], all=True):
            counts[name][value] = count
        return counts | self.computed_counts()

    @staticmethod
    def _tally(name: str, queryset: QuerySet, term) -> QuerySet:
        """Rows of facet, value and number."""
        values = {
            "facet": Value(name, output_field=CharField()),
            "term": Cast(term, CharField()),
        }
        rows = queryset.order_by().values(**values).annotate(count=Count("pk", distinct=True))
        return rows.values_list("facet", "term", "count")

    def without(self, name: str) -> QuerySet:
        """What matches all choices but those of one facet."""
        data = self.data.copy()
        data.pop(name, None)
        data.pop("sort", None)
        queryset = self.everything()
        if self.filterset.search_result:
            data.pop("q")
            queryset = queryset.filter(pk__in=self.filterset.search_result.ids)
        filterset = self.filterset_class(data, terms=self.terms, queryset=queryset)
        model = self.filterset_class._meta.model
        return model._default_manager.filter(pk__in=filterset.qs.order_by().values("pk"))

    def chips(self) -> list[Option]:
        """What is chosen; the address of each leaves it out."""
        chosen = [
            Option(value, self.terms[name][value], None, True, self._toggle(name, value))
            for name in self.facet_names
            for value in self.data.getlist(name)
        ]
        if self.query:
            chosen.append(Option(self.query, f"“{self.query}”", None, True, self._drop("q")))
        return chosen

    def sort_options(self) -> list[Option]:
        """The orders on offer; the first one holds unless a text is searched."""
        current = self.data.get("sort") or ("" if self.query else self.sorts.values[0])
        return [
            Option(value, label, None, value == current, self._set("sort", value))
            for value, label in self.sorts.choices
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
