"""The Latin words of the titles in the index, to find those spelt like a misspelt one."""

import re

from django.core.cache import cache
from modelsearch.backends.base import get_model_root
from modelsearch.utils import get_descendants_content_types_pks
from rapidfuzz import fuzz, process
from wagtail.search.models import IndexEntry

KEEP_SECONDS = 600
CLOSE_ENOUGH = 72  # rapidfuzz ratio; lychi and lychee have 72.7
AS_GOOD_AS_BEST = 8  # how far below the best a word may lie
WORD = re.compile(r"[a-z][a-z0-9]{2,}")


def _key(model):
    return f"search-words-{get_model_root(model)._meta.label_lower}"


def forget_words(model):
    """Called when objects of `model` are indexed."""
    cache.delete(_key(model))


def known_words(model) -> list[str]:
    """The Latin words, pinyin among them, by which titles of `model` and its kin are found."""

    def collect():
        entries = IndexEntry.objects.filter(
            content_type__in=get_descendants_content_types_pks(get_model_root(model))
        )
        # Text on SQLite, a word list with positions on PostgreSQL; the words look the same.
        texts = entries.values_list("autocomplete", flat=True).iterator()
        return sorted({word for text in texts for word in WORD.findall(text or "")})

    return cache.get_or_set(_key(model), collect, KEEP_SECONDS)


def nearest_words(model, terms: list[str]) -> list[str]:
    """The known words spelt most like `terms`."""
    words, nearest = known_words(model), []
    for term in terms:
        found = process.extract(term, words, scorer=fuzz.ratio, score_cutoff=CLOSE_ENOUGH, limit=5)
        nearest += [word for word, score, _ in found if score >= found[0][1] - AS_GOOD_AS_BEST]
    return list(dict.fromkeys(nearest))
