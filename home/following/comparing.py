"""Records beside their snapshots: what differs becomes rows of the log."""

import datetime
from collections import defaultdict
from collections.abc import Iterable

from home.following.enums import Action, RecordKind
from home.following.facts import Facts
from home.following.models import PublicChange, Snapshot
from products.catalogue.models import GIProduct, Protection
from products.producers.models import Producer
from products.registry.models import Authorisation, AuthorisationEvent, Notice

# Primary keys by kind.
Keys = defaultdict[str, set[int]]

# Facts that are a list of records: each that comes or goes is a row of its own.
LISTS = ("events",)
REFERENCES = {
    "product_id": GIProduct,
    "protection_id": Protection,
    "producer_id": Producer,
    "authorisation_id": Authorisation,
    "notice_id": Notice,
}


def with_neighbours(keys: Keys) -> Keys:
    """`keys`, the other rights of the same products, and the notices of the entries.

    Rights of a product supersede each other; a notice is public once a public entry names it.
    """
    keys = defaultdict(set, {kind: set(values) for kind, values in keys.items()})
    if rights := keys[RecordKind.PROTECTION]:
        known = Snapshot.objects.filter(kind=RecordKind.PROTECTION, record_id__in=rights)
        products = {snapshot.about["product_id"] for snapshot in known}
        products |= set(Protection.objects.filter(pk__in=rights).values_list("product", flat=True))
        same = Protection.objects.filter(product__in=products)
        rights |= set(same.values_list("pk", flat=True))
    if entries := keys[RecordKind.AUTHORISATION]:
        for rows in (
            Authorisation.objects.filter(pk__in=entries),
            AuthorisationEvent.objects.filter(authorisation__in=entries),
        ):
            named = rows.filter(notice__isnull=False).values_list("notice", flat=True)
            keys[RecordKind.NOTICE] |= set(named.distinct())
    return keys


def entries_depending_on(changes: list[PublicChange]) -> set[int]:
    """Authorisations whose status may follow from `changes` of their right or their notice."""
    keys = set()
    for field, fact in (
        ("protection", "valid_until"),
        ("protection", "end_reason"),
        ("notice", "issued_on"),
    ):
        named = {getattr(each, f"{field}_id") for each in changes if each.field == fact}
        if named - {None}:
            entries = Authorisation.objects.filter(**{f"{field}__in": named - {None}})
            keys |= set(entries.values_list("pk", flat=True))
    return keys


def compare(
    facts: Facts,
    keys: Iterable[int],
    day: datetime.date,
    at: datetime.datetime,
    only: Iterable[str] | None = None,
) -> list[PublicChange]:
    """What the log is to say of `keys` as they stand on `day`; their snapshots are renewed.

    `only` these facts are compared, the others left for another time.
    """
    keys = list(keys)
    records = {record.pk: record for record in facts.records(keys)}
    known = {
        snapshot.record_id: snapshot
        for snapshot in Snapshot.objects.filter(kind=facts.kind, record_id__in=keys).order_by(
            "record_id"
        )
    }
    unseen = [snapshot for key, snapshot in known.items() if key not in records]
    changes, renewed = _take_leave(facts, unseen, at)
    for key, record in records.items():
        new = Snapshot(
            kind=facts.kind,
            record_id=key,
            facts=facts.of(record, day),
            about=facts.about(record, day),
        )
        if (old := known.get(key)) is None:
            if only is None:
                since = facts.since(record, day)
                changes.append(_row(facts, new.about, at, Action.ADDED, since, after=new.facts))
                renewed.append(new)
            continue
        if only is not None:
            new.facts = old.facts | {name: new.facts[name] for name in only if name in new.facts}
        if not old.is_public:
            changes.append(_row(facts, new.about, at, Action.SHOWN))
        since = dict.fromkeys(only, day) if only else {"status": facts.since(record, day)}
        changes += _differences(facts, old, new, since, at)
        if (new.facts, new.about, True) != (old.facts, old.about, old.is_public):
            renewed.append(new)
    Snapshot.objects.bulk_create(
        renewed,
        update_conflicts=True,
        unique_fields=["kind", "record_id"],
        update_fields=["is_public", "facts", "about"],
        batch_size=200,
    )
    _drop_dead_references(changes)
    return changes


def _take_leave(facts, unseen: list[Snapshot], at) -> tuple[list, list]:
    """Rows for records that are gone or hidden, and the snapshots of the hidden ones."""
    keys = [snapshot.record_id for snapshot in unseen]
    hidden = set(facts.model.objects.filter(pk__in=keys).values_list("pk", flat=True))
    changes, renewed, gone = [], [], []
    for old in unseen:
        if old.record_id not in hidden:
            changes.append(_row(facts, old.about, at, Action.REMOVED, before=old.facts))
            gone.append(old.pk)
        elif old.is_public and facts.kind == RecordKind.AUTHORISATION:
            changes.append(_row(facts, old.about, at, Action.HIDDEN))
            hide = {"is_public": False, "facts": old.facts, "about": old.about}
            renewed.append(Snapshot(kind=facts.kind, record_id=old.record_id, **hide))
    Snapshot.objects.filter(pk__in=gone).delete()
    return changes, renewed


def _differences(facts, old, new, since, at):
    """A row for each fact that differs; facts that snapshots did not have yet are passed over.

    `since` has the days that are known: of what is corrected nobody says since when it holds.
    """
    for name, after in new.facts.items():
        if name not in old.facts or _identity(old.facts[name]) == _identity(after):
            continue
        before = old.facts[name]
        if name in LISTS:
            yield from _comings_and_goings(facts, new.about, at, name, before, after)
        else:
            values = {"field": name, "before": before, "after": after}
            yield _row(facts, new.about, at, Action.CHANGED, since.get(name), **values)


def _comings_and_goings(facts, about, at, name, before, after):
    """One row for each item of a list that came, went or became another."""
    old, new = ({each["pk"]: each for each in items} for items in (before, after))
    for key in dict.fromkeys([*old, *new]):
        was, now = old.get(key), new.get(key)
        if _identity(was) != _identity(now):
            on = datetime.date.fromisoformat((now or was)["on"])
            notice = (now or was)["notice"] or {}
            told = about | {
                "notice_id": notice.get("pk"),
                "notice_number": notice.get("number", ""),
                "notice_on": notice.get("on"),
            }
            values = {"field": name, "before": was, "after": now}
            yield _row(facts, told, at, Action.CHANGED, on, **values)


def _identity(value):
    """What of a fact is compared: of a record that it names, the key alone."""
    if isinstance(value, dict) and "kind" not in value and "pk" in value:
        return value["pk"]
    if isinstance(value, dict):
        return {name: _identity(each) for name, each in value.items()}
    return [_identity(each) for each in value] if isinstance(value, list) else value


def _row(facts, about, at, action, since=None, **values) -> PublicChange:
    about = dict(about)
    if about.get("notice_on"):
        about["notice_on"] = datetime.date.fromisoformat(about["notice_on"])
    return PublicChange(
        kind=facts.kind, action=action, recorded_at=at, holds_from=since, **about, **values
    )


def _drop_dead_references(changes: list[PublicChange]):
    """What was deleted in the meantime is named in words only."""
    for name, model in REFERENCES.items():
        named = {getattr(change, name) for change in changes} - {None}
        if not named:
            continue
        alive = set(model.objects.filter(pk__in=named).values_list("pk", flat=True))
        for change in changes:
            if getattr(change, name) not in alive:
                setattr(change, name, None)
