"""The list as a file: exactly what is shown, in the columns of `columns.py` and no others."""

from collections.abc import Iterator

from gi_site.core.spreadsheets import Format, table_response
from products.registry.columns import COLUMNS
from products.registry.finder import RegistryFinder

CHUNK = 1_000


def export(finder: RegistryFinder, kind: Format):
    """All matches of `finder` as a file."""
    header = [column.name for column in COLUMNS]
    return table_response(f"huizhou-gi-registry-{finder.day}", kind, header, _rows(finder))


def _rows(finder: RegistryFinder) -> Iterator[list]:
    for entry in finder.matches.with_status(finder.day).for_file().iterator(chunk_size=CHUNK):
        yield [column.of(entry) for column in COLUMNS]
