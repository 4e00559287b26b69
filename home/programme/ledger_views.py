"""The ledger as a page and as a file."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import prefetch_related_objects
from django.http import Http404
from django.utils import timezone

from gi_site.core.plain import plain_number
from gi_site.core.spreadsheets import Format, table_response
from home.programme.charts import Chart, chart_of
from home.programme.ledger import LedgerFinder, grouped, series_of
from home.programme.links import product_url
from products.catalogue.admin_columns import stated
from products.catalogue.dossier import Noted, Notes
from products.catalogue.models import Figure, GIProduct

PAGE_SIZE = 10  # products
COLUMNS = [
    "product_id",
    "product_zh",
    "product_en",
    "measure",
    "definition_zh",
    "definition_en",
    "qualifier",
    "value",
    "value_max",
    "unit_zh",
    "unit_en",
    "period",
    "scope_zh",
    "scope_en",
    "confidence",
    *(
        f"{source}_{column}"
        for source in ("source", "second_source")
        for column in ("title_zh", "title_en", "published", "read_on", "url")
    ),
]


@dataclass(frozen=True)
class ProductLedger:
    """The figures of one product on this page, and the charts of those that may be compared."""

    product: GIProduct
    url: str
    rows: list[Noted]
    charts: list[tuple[Figure, Chart]]


def context(request, locale) -> dict:
    """What the ledger shows. Raises `Http404` for a page that is not there."""
    finder = LedgerFinder(request.GET)
    items = finder.page(request.GET.get("page"), PAGE_SIZE)
    notes = Notes()
    rows = list(finder.rows().filter(product__in=items.object_list))
    prefetch_related_objects([row.product for row in rows], "image__renditions")
    items.object_list = _ledgers(rows, notes)
    choices = finder.data.urlencode()
    return finder.context(request.path) | {
        "items": items,
        "notes": notes,
        "files": [(kind, f"export/{kind}/{choices and '?'}{choices}") for kind in Format],
    }


def _ledgers(figures: list[Figure], notes: Notes) -> list[ProductLedger]:
    ledgers = []
    for _pk, members in grouped(figures, lambda figure: figure.product_id):
        rows = [Noted(figure, notes.numbers(figure.sources)) for figure in members]
        ledgers.append(
            ProductLedger(
                product=members[0].product,
                url=product_url(members[0].product),
                rows=rows,
                charts=_charts(rows),
            )
        )
    return ledgers


def _charts(rows: list[Noted]) -> list[tuple[Figure, Chart]]:
    series = grouped(rows, lambda row: series_of(row.fact))
    charts = [(members[0].fact, chart_of(members, members[0].fact.unit)) for _, members in series]
    return [(figure, chart) for figure, chart in charts if chart]


def export(request, kind: str):
    """All that the ledger finds as a file. Raises `Http404` for an unknown kind."""
    if kind not in Format.values:
        raise Http404
    name = f"huizhou-gi-ledger-{timezone.localdate()}"
    return table_response(name, Format(kind), COLUMNS, _lines(LedgerFinder(request.GET)))


def _lines(finder: LedgerFinder) -> Iterator[list]:
    for figure in finder.rows().iterator(chunk_size=1_000):
        yield [
            figure.product.slug,
            figure.product.name_zh,
            figure.product.name_en,
            figure.measure,
            figure.definition_zh,
            figure.definition_en,
            figure.qualifier,
            plain_number(figure.value),
            plain_number(figure.value_max),
            figure.unit_zh,
            figure.unit_en,
            stated("period")(figure) if figure.period else "",
            figure.scope_zh,
            figure.scope_en,
            figure.confidence,
            *_source(figure.source),
            *_source(figure.second_source),
        ]


def _source(source) -> list:
    if source is None:
        return [""] * 5
    published = stated("published")(source) if source.published else ""
    return [source.title_zh, source.title_en, published, source.read_on, source.url]
