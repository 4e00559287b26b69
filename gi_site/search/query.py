"""Placeholder until the search package is there; same names and shapes."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SearchResult:
    """Primary keys in order; `is_exact` False if they only come near."""

    ids: list[int]
    is_exact: bool


def search(queryset, text: str) -> SearchResult:
    """Primary keys of what `text` finds in an indexed `queryset`, best first."""
    return SearchResult(list(queryset.filter(name_zh__contains=text).values_list("pk", flat=True)), True)


def suggestions(queryset, text: str, limit: int = 4) -> list[int]:
    """Primary keys of the nearest matches, when nothing is found."""
    return []
