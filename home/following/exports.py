"""The log as a table: codes and days for machines, the sentence for people."""

from collections.abc import Iterator

from home.following.reading import read

CHUNK = 1_000
HEADER = [
    "id",
    "recorded_at",
    "holds_from",
    "kind",
    "record",
    "title_zh",
    "title_en",
    "product",
    "producer",
    "action",
    "fact",
    "before",
    "after",
    "notice_number",
    "notice_date",
    "sentence",
]


def rows(changes) -> Iterator[list]:
    """A row for each change."""
    for reading in read(changes.for_reading().iterator(chunk_size=CHUNK)):
        change = reading.change
        yield [
            change.pk,
            change.recorded_at.isoformat(timespec="seconds"),
            change.holds_from,
            change.kind,
            change.key,
            change.title_zh,
            change.title_en,
            change.product_slug,
            change.producer_slug,
            change.action,
            change.field,
            reading.wording.before,
            reading.wording.after,
            change.notice_number,
            change.notice_on,
            reading.wording.sentence,
        ]
