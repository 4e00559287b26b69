"""The log itself: notes of what was written, the comparison, the baseline, the days.

A note is stored with the change it tells of, so it exists if and only if the change does. After
the commit each noted record is compared with its snapshot, and what differs becomes rows of the
log in one transaction with the new snapshot. All this runs one after the other: a lock on the
first logged day makes the keys of the log come in the order in which they can be seen.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from gi_site.ops.page_cache import bump_page_cache
from home.following.comparing import Keys, compare, entries_depending_on, with_neighbours
from home.following.enums import RecordKind
from home.following.facts import DATED, FACTS
from home.following.models import LoggedDay, PublicChange, Snapshot, Touched
from products.catalogue.models import Protection, Specification
from products.registry.models import Authorisation, AuthorisationEvent

# So many notes, or records, are worked off in one transaction.
BATCH = 500
ONE_DAY = datetime.timedelta(days=1)


def touch(kind: RecordKind, keys: Iterable[int]):
    """Notes that these records were written; compares them once that is committed."""
    notes = [Touched(kind=kind, record_id=key) for key in keys if key]
    if notes:
        Touched.objects.bulk_create(notes, batch_size=BATCH)
        # Robust: what was committed must not look failed because the log could not be written.
        transaction.on_commit(settle, robust=True)


def settle() -> int:
    """Compares all noted records; how many rows the log has got."""
    log_days()
    number = 0
    while True:
        with transaction.atomic():
            _lock()
            notes = list(Touched.objects.order_by("pk")[:BATCH])
            if not notes:
                return number
            keys: Keys = defaultdict(set)
            for note in notes:
                keys[note.kind].add(note.record_id)
            number += look(keys, timezone.localdate(), max(note.at for note in notes))
            Touched.objects.filter(pk__in=[note.pk for note in notes]).delete()


def look(keys: Keys, day: datetime.date, at: datetime.datetime, only=None) -> int:
    """Compares `keys` as they stand on `day`, and what depends on them; how many rows."""
    changes, keys = [], with_neighbours(keys)
    # Entries last: some follow from what has changed before.
    for kind in (RecordKind.PRODUCT, RecordKind.PROTECTION, RecordKind.NOTICE):
        changes += _look_at(kind, keys[kind], day, at, only)
    entries = keys[RecordKind.AUTHORISATION] | entries_depending_on(changes)
    changes += _look_at(RecordKind.AUTHORISATION, entries, day, at, only)
    if changes:
        bump_page_cache()
    return len(changes)


def _look_at(kind, keys, day, at, only) -> list[PublicChange]:
    changes, keys = [], sorted(keys)
    for start in range(0, len(keys), BATCH):
        changes += compare(FACTS[kind], keys[start : start + BATCH], day, at, only)
    return PublicChange.objects.bulk_create(changes, batch_size=BATCH)


def log_days(today: datetime.date | None = None) -> int:
    """Logs what each day since the last one has brought by dates alone; how many rows.

    Each day once, whoever calls: its row is written in the same transaction.
    """
    today = today or timezone.localdate()
    last = LoggedDay.objects.order_by("-day").first()
    if last is None:
        take_baseline(today)
        return 0
    number, day = 0, last.day + ONE_DAY
    while day <= today:
        with transaction.atomic():
            _lock()
            _row, is_mine = LoggedDay.objects.get_or_create(day=day)
            if is_mine:
                number += look(turning_on(day), day, timezone.now(), only=DATED)
        day += ONE_DAY
    return number


def turning_on(day: datetime.date) -> Keys:
    """The records that have a date by which their status may turn on `day`."""
    eve = day - ONE_DAY
    entries = Authorisation.objects.filter(
        Q(applied_on=day)
        | Q(valid_from=day)
        | Q(valid_until=eve)
        | Q(notice__issued_on=day)
        | Q(protection__valid_until=eve)
    )
    events = AuthorisationEvent.objects.counting().filter(on=day)
    rights = Protection.objects.filter(Q(announced=day) | Q(valid_from=day) | Q(valid_until=eve))
    versions = Specification.objects.filter(Q(in_force_from=day) | Q(in_force_until=eve))
    keys: Keys = defaultdict(set)
    keys[RecordKind.AUTHORISATION] = {
        *entries.values_list("pk", flat=True),
        *events.values_list("authorisation", flat=True),
    }
    keys[RecordKind.PROTECTION] = {
        *rights.values_list("pk", flat=True),
        *versions.values_list("protection", flat=True),
    }
    return keys


def take_baseline(day: datetime.date | None = None):
    """Takes over everything as it stands, without a row in the log: from now on it is logged."""
    day = day or timezone.localdate()
    with transaction.atomic():
        _row, is_mine = LoggedDay.objects.get_or_create(day=day)
        if not is_mine:
            return
        for facts in FACTS.values():
            keys = list(facts.public().order_by("pk").values_list("pk", flat=True))
            for start in range(0, len(keys), BATCH):
                compare(facts, keys[start : start + BATCH], day, timezone.now())
        Touched.objects.all().delete()


def check() -> int:
    """Compares every record there is, for what was changed past Django; how many rows."""
    number = settle()
    known = Snapshot.objects.filter(is_public=True)
    for kind, facts in FACTS.items():
        keys = set(known.filter(kind=kind).values_list("record_id", flat=True))
        keys = sorted(keys | set(facts.public().values_list("pk", flat=True)))
        for start in range(0, len(keys), BATCH):
            with transaction.atomic():
                _lock()
                part = {kind: set(keys[start : start + BATCH])}
                number += look(defaultdict(set, part), timezone.localdate(), timezone.now())
    return number


def baseline_day() -> datetime.date | None:
    """The day from which on changes are logged; None before it."""
    first = LoggedDay.objects.order_by("day").first()
    return first and first.day


def _lock():
    """One after the other, until the transaction ends; SQLite has one writer anyway."""
    # The first day, because it stays the first.
    LoggedDay.objects.select_for_update().order_by("day").first()
