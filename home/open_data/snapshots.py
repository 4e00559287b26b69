"""One archive of all open data a month: the same data gives the same bytes."""

import datetime
import hashlib
import json
import tempfile
import zipfile
from contextlib import contextmanager

from django.core.files import File
from django.core.files.storage import storages
from django.db import IntegrityError, transaction
from django.utils import timezone

from home.open_data.datasets import DATASETS
from home.open_data.dictionary import dictionary, in_words
from home.open_data.files import LICENCE, csv_file, json_file
from home.open_data.models import Snapshot

# The earliest that a zip can state; the time of making would make every archive another.
NO_TIME = (1980, 1, 1, 0, 0, 0)
README = """惠州地理标志 开放数据 / Huizhou Geographical Indications, open data

日期 / Date: {day}
许可 / Licence: {licence}
署名 / Credit: {credit}

CSV: UTF-8 with a byte order mark; a cell that a spreadsheet could take for a formula begins
with an apostrophe. JSON and GeoJSON hold lists inside items too. DICTIONARY.md and dictionary.json
tell what every field and code means; SHA256SUMS lets you check the files.

{counts}
"""


def make_snapshot(day: datetime.date | None = None) -> Snapshot | None:
    """The archive of the month of `day` (today), unless there is one; None if there is."""
    day = day or timezone.localdate()
    month = day.replace(day=1)
    if Snapshot.objects.filter(month=month).exists():
        return None
    with _archive(day) as (file, counts):
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        file.seek(0)
        try:
            # The row comes first: of several workers one gets it, and only that one writes.
            with transaction.atomic():
                snapshot = Snapshot.objects.create(
                    month=month,
                    made_on=day,
                    file=f"open-data/{month:%Y-%m}-{sha256[:12]}.zip",
                    size=file.seek(0, 2),
                    sha256=sha256,
                    counts=counts,
                )
                file.seek(0)
                storage = storages["private"]
                storage.delete(snapshot.file)  # left behind by one that was killed here
                storage.save(snapshot.file, File(file))
        except IntegrityError:
            return None
    return snapshot


@contextmanager
def _archive(day: datetime.date):
    """A temporary zip with everything as it stands on `day`, and the counts."""
    counts, sums = {}, []
    with tempfile.TemporaryFile() as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:

            def add(name: str, pieces):
                digest = hashlib.sha256()
                info = zipfile.ZipInfo(name, NO_TIME)
                info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
                with archive.open(info, "w", force_zip64=True) as target:
                    for piece in pieces:
                        data = piece.encode()
                        digest.update(data)
                        target.write(data)
                sums.append(f"{digest.hexdigest()}  {name}\n")

            for dataset in DATASETS:
                counter = _Counter(csv_file(dataset, day))
                add(f"{dataset.name}.csv", counter)
                counts[dataset.name] = counter.count - 1  # without the header
                ending = "geojson" if dataset.geometry else "json"
                add(f"{dataset.name}.{ending}", json_file(dataset, day))
            add("dictionary.json", [json.dumps(dictionary(), ensure_ascii=False, indent=1)])
            add("DICTIONARY.md", (f"{in_words(dataset)}\n" for dataset in DATASETS))
            add("README.txt", [_readme(day, counts)])
            add("SHA256SUMS", ["".join(sums)])
        file.seek(0)
        yield file, counts


class _Counter:
    """Counts what passes."""

    def __init__(self, pieces):
        self.pieces, self.count = pieces, 0

    def __iter__(self):
        for piece in self.pieces:
            self.count += 1
            yield piece


def _readme(day: datetime.date, counts: dict[str, int]) -> str:
    lines = "\n".join(f"{name}: {count}" for name, count in counts.items())
    return README.format(
        day=day,
        licence=f"{LICENCE['name']} {LICENCE['url']}",
        credit=LICENCE["attribution"],
        counts=lines,
    )
