"""The search page: all public pages of the reader's language, grouped by kind."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from operator import attrgetter

from django.contrib.contenttypes.models import ContentType
from django.core.paginator import InvalidPage, Paginator
from django.db.models import QuerySet
from django.db.models.constants import LOOKUP_SEP
from django.http import Http404
from django.shortcuts import render
from django.utils.functional import cached_property
from django.utils.html import strip_tags
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.fields import StreamField
from wagtail.models import Locale, Page, get_page_models

from gi_site.ops.memo import cached_until_published

from .analyser import MAX_QUERY
from .enums import Group
from .marking import Place, excerpt, find_spans
from .query import Found, search

PAGE_SIZE = 10
# Nobody reads on; beyond it the page says "more than".
MAX_RESULTS = 300
SUGGESTED = 4


@dataclass(frozen=True)
class Result:
    """One page that was found."""

    page: Page
    group: Group
    url: str
    terms: list[str]
    place: Place | None = None

    @cached_property
    def text(self) -> str:
        """Its summary, or the passage that has what was searched for."""
        if self.place:
            return excerpt([self.place.text], self.terms) or self.place.text
        summary = self.page.summary
        if find_spans(f"{self.page.title} {summary}", self.terms):
            return summary
        return excerpt(_passages(self.page), self.terms) or summary


class Results:
    """All results in the order of their groups, and in each the best first."""

    def __init__(self, found: Found, chosen: str = ""):
        self.found = found
        self.is_cut = len(found.matches) > MAX_RESULTS
        groups, order = _groups(), list(Group)
        matches = islice(found.matches.items(), MAX_RESULTS)
        self.groups = {pk: groups[content_type] for pk, content_type in matches}
        self.counts = Counter(self.groups.values())
        self.total = len(self.groups)
        self.chosen = chosen if chosen in self.counts else ""
        self.ids = sorted(
            (pk for pk, group in self.groups.items() if self.chosen in ("", group)),
            key=lambda pk: order.index(self.groups[pk]),
        )

    @property
    def kinds(self) -> list[tuple[Group, int]]:
        """The groups that have results, with their number."""
        return [(group, self.counts[group]) for group in Group if self.counts[group]]

    def load(self, ids: list[int], request) -> list[Result]:
        """The results `ids`, whatever their classes, in one query."""
        pages = (
            {page.pk: page for page in _specific(Page.objects.filter(pk__in=ids))} if ids else {}
        )
        return [_result(pages[pk], self.groups[pk], request, self.found.terms) for pk in ids]


@require_safe
def search_page(request):
    """Results for `q`, of one `kind` if given."""
    query = request.GET.get("q", "").replace("\0", "")[:MAX_QUERY].strip()
    pages = public_pages()
    found = cached_until_published(f"search-{get_language()}-{query}", lambda: _find(pages, query))
    results = Results(found, request.GET.get("kind", ""))
    try:
        listed = Paginator(results.ids, PAGE_SIZE).page(request.GET.get("page", 1))
    except InvalidPage as error:
        raise Http404(_("There is no such page of results.")) from error
    context = {
        "query": query,
        "results": results,
        "page_obj": listed,
        "listed": results.load(list(listed), request),
        "suggestions": [] if results.total else _suggested(pages, request),
    }
    return render(request, "search/search.html", context)


def public_pages() -> QuerySet:
    """The pages that everybody may read, in the reader's language."""
    return (
        Page.objects.live()
        .public()
        .filter(
            locale__in=Locale.objects.filter(language_code=get_language()),
            content_type__in=list(_groups()),
        )
    )


def _find(pages: QuerySet, query: str) -> Found:
    """What `query` finds, no more of it than is shown: it is remembered."""
    found = search(pages, query, mentions=True, column="content_type_id")
    return replace(found, matches=dict(islice(found.matches.items(), MAX_RESULTS + 1)))


def _suggested(pages, request) -> list[Result]:
    """Some products to go on with when nothing was found."""
    types = [pk for pk, group in _groups().items() if group == Group.PRODUCT]
    products = pages.filter(content_type__in=types).order_by("path")[:SUGGESTED]
    return [_result(page, Group.PRODUCT, request) for page in _specific(products)]


def _result(page, group, request, terms=()) -> Result:
    place = page.search_place(list(terms)) if terms else None
    url = page.get_url(request)
    return Result(page, group, f"{url}#{place.anchor}" if place else url, list(terms), place)


def _page_types() -> dict[type[Page], ContentType]:
    models = [model for model in get_page_models() if hasattr(model, "search_group")]
    return ContentType.objects.get_for_models(*models)


def _groups() -> dict[int, Group]:
    """Group of the results by content type; kinds without a heading of their own are "page"."""
    return {
        content_type.pk: Group(model.search_group)
        if model.search_group in Group.values
        else Group.PAGE
        for model, content_type in _page_types().items()
    }


def _specific(pages: QuerySet) -> list[Page]:
    """The pages each as its own class, in one query for all classes."""
    links = {content_type.pk: _link(model) for model, content_type in _page_types().items()}
    return [
        attrgetter(links[page.content_type_id].replace(LOOKUP_SEP, "."))(page)
        for page in pages.select_related("locale", *links.values())
    ]


def _link(model: type[Page]) -> str:
    """The lookup from a page to its own class, over the classes between: `storyentry__newspage`."""
    steps = []
    while model is not Page:
        link = model._meta.get_ancestor_link(Page).remote_field
        steps.insert(0, link.get_accessor_name())
        model = link.model
    return LOOKUP_SEP.join(steps)


def _passages(page):
    """The texts in the streams of `page`, read raw: blocks would fetch what they choose."""
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            yield from _strings(getattr(page, field.name).raw_data)


def _strings(value):
    """The texts in raw stream data, bar identifiers and choices such as "high"."""
    if isinstance(value, str):
        if " " in value or not value.isascii():
            yield strip_tags(value)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, Iterable):
        for item in value:
            yield from _strings(item)
