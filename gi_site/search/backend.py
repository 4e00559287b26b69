"""Wagtail's database search behind our analyser, for the admin and everything else.

Every query passes here, so none reaches the database raw: a lone `"` or a NUL would be an
error there (https://github.com/wagtail/wagtail/issues/13227).
"""

from functools import cache

from django.db import connection
from wagtail.search.backends import database
from wagtail.search.query import And, Boost, MatchAll, Not, Or, PlainText, SearchQuery

from .analyser import query_terms
from .fields import TokenIndexed
from .words import forget_words


class Terms(PlainText):
    """Words that come from the analyser; what they are not, never reaches the database."""

    def __init__(self, terms: list[str], operator: str = "and"):
        super().__init__(" ".join(terms), operator=operator)


def analysed(query: str | SearchQuery, operator: str | None = None) -> SearchQuery | None:
    """`query` in the words of the index; None if it asks for nothing."""
    match query:
        case Terms() | MatchAll():
            return query
        case And() | Or():
            parts = [part for part in map(analysed, query.subqueries) if part]
            return type(query)(parts) if parts else None
        case Not():
            part = analysed(query.subquery)
            return part and Not(part)
        case Boost():
            return analysed(query.subquery)
        case SearchQuery():
            # Plain text; phrases and fuzzy words are looked for by their words.
            operator, query = getattr(query, "operator", None), query.query_string
    terms = query_terms(query)
    return Terms(terms, operator or "and") if terms else None


class AnalysedBackend:
    """Mixin for a database backend: queries go through the analyser."""

    def _search(self, query_compiler_class, query, model_or_queryset, operator=None, **kwargs):
        query = analysed(query, operator) or ""
        return super()._search(query_compiler_class, query, model_or_queryset, **kwargs)


class TokenIndex:
    """Mixin for a database index: texts are read anew, known words are collected anew."""

    def add_items(self, model, objs):
        for item in objs:
            if isinstance(item, TokenIndexed):
                item.forget_tokens()
        super().add_items(model, objs)
        forget_words(model)


@cache
def _backend_class(base):
    """Subclass of Wagtail's backend `base` with our mixins."""
    parts = {"index_class": _mixed(TokenIndex, base.index_class)}
    if connection.vendor == "sqlite":
        from .sqlite import LinearRanking  # its models exist on SQLite only

        for name in ("query_compiler_class", "autocomplete_query_compiler_class"):
            parts[name] = _mixed(LinearRanking, getattr(base, name))
    return _mixed(AnalysedBackend, base, parts)


def _mixed(mixin, base, attributes=None):
    return type(f"{mixin.__name__}{base.__name__}", (mixin, base), attributes or {})


def SearchBackend(params):  # noqa: N802 - the name Wagtail imports
    """The backend for the database in use."""
    return _backend_class(type(database.SearchBackend(params)))(params)
