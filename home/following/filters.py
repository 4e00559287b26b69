"""One filter for the page, its files and the feeds."""

import django_filters
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from home.following.enums import RecordKind, Target
from home.following.models import PublicChange
from home.following.targets import find, title_of
from products.registry.terms import registry_terms


def _products():
    return [(slug, term.name) for slug, term in registry_terms().products.items()]


# Named by links, not offered as a choice: there are too many of them.
RECORDS = (str(Target.PRODUCER), str(Target.ENTRY))


class ChangeFilterSet(django_filters.FilterSet):
    """Product, kind of record, and the days of recording, both included."""

    product = django_filters.ChoiceFilter(
        label=gettext_lazy("Product"),
        field_name="product_slug",
        choices=_products,
        empty_label=gettext_lazy("All products"),
    )
    kind = django_filters.ChoiceFilter(
        label=gettext_lazy("Kind of record"),
        choices=RecordKind.choices,
        empty_label=gettext_lazy("All kinds"),
    )
    since = django_filters.DateFilter(
        label=gettext_lazy("From"), field_name="recorded_at", lookup_expr="date__gte"
    )
    until = django_filters.DateFilter(
        label=gettext_lazy("To"), field_name="recorded_at", lookup_expr="date__lte"
    )
    producer = django_filters.CharFilter(field_name="producer_slug")
    entry = django_filters.CharFilter(method="of_entry")

    class Meta:
        model = PublicChange
        fields = []

    def of_entry(self, queryset, name, value):
        """What concerns one entry of the registry."""
        return queryset.of_entry(value.upper())


class ChangeList:
    """One request to the log: what matches, and what was not understood."""

    def __init__(self, data: QueryDict):
        self.data, self.ignored = self._understood(data)
        self.filterset = ChangeFilterSet(self.data, queryset=PublicChange.objects.all())

    def _understood(self, data):
        """Only known parameters with known values; the rest is noted, never widens the list."""
        names = ChangeFilterSet.base_filters
        kept, ignored = QueryDict(mutable=True), []
        for name in names:
            if value := data.get(name, "").strip().replace("\0", ""):
                kept[name] = value
        form = ChangeFilterSet(kept).form
        unknown = list(form.errors)
        unknown += [name for name in RECORDS if name in kept and not self._is_known(name, kept)]
        for name in unknown:
            value = kept.pop(name)[0]
            shown = value if len(value) <= 40 else f"{value[:40]}…"
            ignored.append(
                _("“%(value)s” is not one of the choices and was ignored.") % {"value": shown}
            )
        since, until = (form.cleaned_data.get(name) for name in ("since", "until"))
        if since and until and since > until:
            kept["since"], kept["until"] = kept["until"], kept["since"]
        return kept, ignored

    def _is_known(self, name: str, data) -> bool:
        """Whether the record is there, or was and has left rows in the log."""
        value = data[name]
        rows = ChangeFilterSet({name: value}, queryset=PublicChange.objects.all()).qs
        return bool(find(name, value)) or rows.exists()

    @property
    def form(self):
        """The form that narrows the list."""
        return self.filterset.form

    @property
    def record(self) -> str:
        """The producer or the entry that the list is narrowed to by a link, in words."""
        for name in RECORDS:
            if value := self.data.get(name):
                found = find(name, value)
                return str(title_of(name, found)) if found else value
        return ""

    @property
    def changes(self):
        """All matches, the newest first."""
        return self.filterset.qs.newest_first()
