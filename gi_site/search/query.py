"""One search for pages, products and every other indexed model."""

from dataclasses import dataclass

from django.db.models import QuerySet
from wagtail.search.backends import get_search_backend

from .analyser import query_terms, sound_terms, spelling_terms
from .backend import Terms
from .enums import Stage
from .words import nearest_words


@dataclass(frozen=True)
class Found:
    """What a search found, and how it came to it."""

    # Primary keys, best first, each with the value of the column that was asked for.
    matches: dict
    stage: Stage
    # The words that were looked for at that stage, for marking them in the results.
    terms: list[str]

    @property
    def ids(self) -> list:
        """Primary keys, best first."""
        return list(self.matches)

    @property
    def is_exact(self) -> bool:
        """Whether all that was typed was found as it was typed."""
        return self.stage == Stage.EXACT


def search(
    queryset: QuerySet, text: str | None, *, mentions: bool = False, column: str = "pk"
) -> Found:
    """Finds `text` in `queryset`: as typed, then by sound, then in part, then spelt alike.

    What has it in a title comes first; with `mentions`, what only mentions it follows, else that
    comes only if no title has it. Takes any text; only reads; at most six queries, two when the
    text is found as typed. `queryset` may be filtered by the model's `FilterField`s only.
    """
    titles, texts = _Index(queryset, column, "autocomplete"), _Index(queryset, column, "search")
    terms = query_terms(text)
    if not terms:
        return Found({}, Stage.NOTHING, [])
    matches = titles.find(terms)
    if mentions or not matches:
        matches |= {pk: value for pk, value in texts.find(terms).items() if pk not in matches}
    if matches:
        return Found(matches, Stage.EXACT, terms)
    if (sounds := sound_terms(text)) and (matches := titles.find(sounds)):
        return Found(matches, Stage.SOUND, sounds)
    if len(terms) > 1 and (matches := texts.find(terms, "or")):
        return Found(matches, Stage.SOME, terms)
    words = nearest_words(queryset.model, spelling_terms(text))
    if words and (matches := titles.find(words, "or")):
        return Found(matches, Stage.NEAREST, words)
    return Found({}, Stage.NOTHING, terms)


def suggestions(queryset: QuerySet, text: str | None, limit: int = 4) -> list:
    """Primary keys to offer when `search` and other filters left nothing: titles that come near
    in any way, else the first of `queryset`; at most three queries."""
    words = nearest_words(queryset.model, spelling_terms(text))
    terms = [*query_terms(text), *sound_terms(text), *words]
    near = list(_Index(queryset, "pk", "autocomplete").find(terms, "or"))[:limit] if terms else []
    return near or list(queryset.values_list("pk", flat=True)[:limit])


@dataclass(frozen=True)
class _Index:
    """Titles ("autocomplete", where the last word may be only begun) or all texts ("search")."""

    queryset: QuerySet
    column: str
    method: str

    def find(self, terms: list[str], operator: str = "and") -> dict:
        """Primary key and `column` of what has all (or any) of `terms`, best first."""
        search_in = getattr(get_search_backend(), self.method)
        results = search_in(Terms(terms, operator), self.queryset)
        return dict(results.get_queryset().values_list("pk", self.column))
