"""The glossary: its order in each language, and where a search finds a term."""

import unicodedata
from itertools import groupby

from django.utils.translation import get_language

from gi_site.search.marking import Place, find_spans
from home.knowledge.models.terms import Term

OTHER = "#"


def sort_key(term) -> str:
    """What `term` is ordered by: English by its words, Chinese by pinyin without tones."""
    name = term.term_en if get_language() == "en" else term.pinyin.replace(" ", "")
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return plain.casefold()


def letter(term) -> str:
    """The letter under which `term` stands."""
    first = sort_key(term)[:1].upper()
    return first if "A" <= first <= "Z" else OTHER


def glossary_context() -> dict:
    """Letters with their terms, in the order of the reader's language."""
    terms = sorted(Term.objects.for_glossary(), key=lambda term: (sort_key(term), term.slug))
    return {
        "count": len(terms),
        "groups": [(key, list(group)) for key, group in groupby(terms, letter)],
    }


def names() -> list[str]:
    """Every term in both languages, with its pinyin."""
    return [name for term in Term.objects.all() for name in term.search_titles()]


def explanations(language: str) -> list[str]:
    """Every explanation in `language`."""
    column = "explanation_en" if language == "en" else "explanation_zh"
    return list(Term.objects.values_list(column, flat=True))


def place_of(words: list[str]) -> Place | None:
    """The term whose name, else whose explanation, has `words` of a search."""
    found = [(_names_found(term, words), term) for term in Term.objects.all()]
    best = max((rank for rank, _term in found), default=0)
    term = next((term for rank, term in found if best and rank == best), None)
    if term is None:
        return None
    dash = " – " if get_language() == "en" else "："
    return Place(term.slug, f"{term.term}{dash}{term.explanation}")


def _names_found(term, words) -> float:
    """How much of the better name `words` cover; a little for the explanation alone."""
    covered = [
        sum(end - start for start, end in find_spans(name, words)) / len(name)
        for name in (term.term_zh, term.term_en)
    ]
    return max(covered) or 0.001 * bool(find_spans(term.explanation, words))
