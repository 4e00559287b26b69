"""Ranking on SQLite in linear time."""

from django.db.models import TextField, Value
from django.db.models.functions import Cast, Concat, StrIndex
from modelsearch.backends.database.sqlite.query import BM25, MatchExpression, normalize
from modelsearch.utils import get_descendants_content_types_pks
from wagtail.search.models import SQLiteFTSIndexEntry
from wagtail.search.query import MatchAll, Not

# Below the number of parameters that every SQLite takes.
MAX_RANKED = 30_000


class LinearRanking:
    """Mixin for SQLite's query compilers: one query ranks all matches.

    Wagtail's compilers rank each row by a subquery that searches anew, so that a word in
    3,000 pages takes minutes. Here the ranked keys become a string, and the place of a row's
    key in it the order.
    """

    def search(self, config, start, stop, score_field=None):
        query = normalize(self.query)
        if not self.order_by_relevance or score_field or isinstance(query, MatchAll | Not):
            return super().search(config, start, stop, score_field)
        entries = SQLiteFTSIndexEntry.objects.filter(
            MatchExpression(
                self.fields or self.FTS_TABLE_FIELDS, self.build_search_query(query, config=config)
            ),
            index_entry__content_type__in=get_descendants_content_types_pks(self.queryset.model),
        )
        # A list, not a subquery: SQLite would run that the wrong way round.
        keys = list(
            entries.order_by(BM25()).values_list("index_entry__object_id", flat=True)[:MAX_RANKED]
        )
        if not keys:
            return self.queryset.none()
        ranking = Value(f",{','.join(keys)},")
        key = Concat(Value(","), Cast("pk", TextField()), Value(","))
        return self.queryset.filter(pk__in=keys).order_by(StrIndex(ranking, key), "-pk")[start:stop]
