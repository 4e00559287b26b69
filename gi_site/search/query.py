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
    """What a search found: primary keys, best first, and how it came to them."""

    ids: list
    stage: Stage
    # The words that were looked for at that stage, for marking them in the results.
    terms: list[str]

    @property
    def is_exact(self) -> bool:
        """Whether all that was typed was found as it was typed."""
        return self.stage == Stage.EXACT


def search(queryset: QuerySet, text: str | None) -> Found:
    """Finds `text` in `queryset`: as typed, then by sound, then in part, then spelt alike.

    Takes any text; only reads; at most seven queries, two when the text is found as typed.
    `queryset` is filtered by the model's `FilterField`s only.
    """
    terms = query_terms(text)
    if not terms:
        return Found([], Stage.NOTHING, [])
    if ids := [*_in_titles(queryset, terms), *_in_all(queryset, terms)]:
        return Found(list(dict.fromkeys(ids)), Stage.EXACT, terms)
    if (sounds := sound_terms(text)) and (ids := _in_titles(queryset, sounds)):
        return Found(ids, Stage.SOUND, sounds)
    if len(terms) > 1 and (
        ids := _in_titles(queryset, terms, "or") or _in_all(queryset, terms, "or")
    ):
        return Found(ids, Stage.SOME, terms)
    words = nearest_words(queryset.model, spelling_terms(text))
    if words and (ids := _in_titles(queryset, words, "or")):
        return Found(ids, Stage.NEAREST, words)
    return Found([], Stage.NOTHING, terms)


def suggestions(queryset: QuerySet, text: str | None, limit: int = 4) -> list:
    """Primary keys to offer when `search` and other filters left nothing: titles that come near
    in any way, else the first of `queryset`; at most three queries."""
    words = nearest_words(queryset.model, spelling_terms(text))
    terms = [*query_terms(text), *sound_terms(text), *words]
    near = terms and _in_titles(queryset, terms, "or")[:limit]
    return near or list(queryset.values_list("pk", flat=True)[:limit])


def _in_titles(queryset, terms, operator="and") -> list:
    """Objects with `terms` in their titles; the last term may be the beginning of a word."""
    return _ids(get_search_backend().autocomplete(Terms(terms, operator), queryset))


def _in_all(queryset, terms, operator="and") -> list:
    """Objects with `terms` anywhere in their texts, as whole words."""
    return _ids(get_search_backend().search(Terms(terms, operator), queryset))


def _ids(results) -> list:
    return list(results.get_queryset().values_list("pk", flat=True))
