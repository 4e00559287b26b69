"""Whole datasets as files: tables, JSON and GeoJSON, made row by row."""

import datetime
import json
from collections.abc import Iterator

from django.conf import settings

from gi_site.core.spreadsheets import csv_lines
from home.open_data.datasets import Dataset
from home.open_data.fields import in_both_languages

LICENCE = {
    "name": "CC BY 4.0",
    "url": "https://creativecommons.org/licenses/by/4.0/",
    "attribution": "惠州地理标志 / Huizhou Geographical Indications, CC BY 4.0",
}


def rows(dataset: Dataset, day: datetime.date) -> Iterator[list]:
    """The rows of the table of `dataset` on `day`."""
    return (dataset.cells(item) for item in dataset.whole(day))


def csv_file(dataset: Dataset, day: datetime.date) -> Iterator[str]:
    """The lines of a CSV file."""
    return csv_lines(dataset.columns(), rows(dataset, day))


def json_file(dataset: Dataset, day: datetime.date) -> Iterator[str]:
    """The pieces of a JSON document: what it is, its items, and how many there were."""
    items = "features" if dataset.geometry else "items"
    head = {"type": "FeatureCollection"} if dataset.geometry else {}
    head |= {
        "dataset": dataset.name,
        "title": in_both_languages(dataset.title),
        "about": in_both_languages(dataset.about),
        "notes": [in_both_languages(note) for note in dataset.notes],
        "licence": LICENCE,
        "source": f"{settings.SITE_URL}/data/",
        "date": day.isoformat(),
    }
    yield f"{_compact(head)[:-1]},\n{_compact(items)}: ["
    count = 0
    for item in dataset.whole(day):
        yield f"{',' if count else ''}\n{_compact(item)}"
        count += 1
    yield f"\n],\n{_compact('count')}: {count}}}\n"


def _compact(value) -> str:
    return json.dumps(value, ensure_ascii=False)
