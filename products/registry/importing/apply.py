"""Write a plan into the registry in a few statements; take it back exactly."""

import datetime

from django.contrib.contenttypes.models import ContentType
from django.db import connection, models, transaction
from django.db.models import Count, Max, ProtectedError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import ModelLogEntry
from wagtail.search.backends import get_search_backend

from gi_site.core.signals import rows_written
from gi_site.ops.page_cache import bump_page_cache
from products.registry.enums import BatchState
from products.registry.importing import known
from products.registry.importing.plan import Plan
from products.registry.models import Authorisation, AuthorisationEvent, ImportBatch, Notice
from products.registry.numbers import free_public_numbers
from products.registry.owners import Owners

BATCH = 500
# What every touched entry gets besides its new values.
PEOPLE = ("entered_by", "checked_by", "checked_at", "changed_at")
# What follows from other fields.
DERIVED = {"name_as_printed": ("search_text",)}


class Outdated(Exception):  # noqa: N818 - not an error
    """The registry is not as it was when the plan was made."""


class CannotUndo(Exception):  # noqa: N818 - not an error
    """Something was built on the import; the text says what."""

    def __init__(self, entries: list):
        named = ", ".join(map(str, entries))
        super().__init__(_("This cannot be undone any more: %(entries)s.") % {"entries": named})


def registry_mark() -> tuple:
    """Another one whenever an entry, an event or a notice has come, gone or changed."""
    return (
        *Authorisation.objects.aggregate(Count("pk"), Max("changed_at"), Max("pk")).values(),
        *AuthorisationEvent.objects.aggregate(
            Count("pk"), Max("pk"), Count("checked_at"), Max("checked_at")
        ).values(),
        *Notice.objects.aggregate(Count("pk"), Max("pk")).values(),
    )


def apply_plan(batch: ImportBatch, plan: Plan, mark: tuple):
    """Write what is good in `plan`, made when the registry had `mark`. Raises `Outdated`.

    All or nothing; the entries count as entered by the uploader and confirmed by the closer.
    """
    now = timezone.now()
    people = {
        "entered_by": batch.uploaded_by,
        "checked_by": batch.closed_by,
        "checked_at": now,
        "changed_at": now,
    }
    owners = Owners(draft.entry for draft in plan.good)
    new = [draft.entry for draft in plan.new]
    changed = [draft for draft in plan.changed if draft.before]
    ended = plan.ending + [draft.entry for draft in plan.changed if not draft.before]
    for entry in new:
        entry.batch = batch
        entry.producer = owners.of(entry)
        entry.fill_derived()
    numbers = free_public_numbers(len(new), Authorisation.objects.all())
    for entry, number in zip(new, numbers, strict=True):
        entry.public_number = number
    with transaction.atomic():
        # The lock of the batch also keeps a second worker out.
        is_mine = ImportBatch.objects.filter(pk=batch.pk, state=BatchState.IMPORTING).update(
            state=BatchState.CONFIRMED, closed_at=now
        )
        if not is_mine or registry_mark() != mark:
            raise Outdated
        notices = _create_notices(new + [draft.entry for draft in changed])
        _create(new, people)
        rows = _update(changed, owners, people) | _touch(ended, now)
        events = _create_events(batch, plan, people)
        batch.before = {
            "rows": rows,
            "new": len(new),
            "notices": [notice.pk for notice in notices],
            "events": [event.pk for event in events],
            "last_event": AuthorisationEvent.objects.aggregate(last=Max("pk"))["last"] or 0,
        }
        batch.state, batch.closed_at = BatchState.CONFIRMED, now
        batch.save(update_fields=["before", "state", "closed_at"])
        _log(batch, new, "wagtail.create")
        edited = [draft.entry for draft in changed] + ended
        _log(batch, edited, "wagtail.edit")
        rows_written.send(Authorisation, keys=[entry.pk for entry in new + edited])
        bump_page_cache()
    if notices:
        get_search_backend().add_bulk(Notice, notices)


def undo(batch: ImportBatch, user):
    """Bring the registry back to where it was before `batch`. Raises `CannotUndo`."""
    with transaction.atomic():
        batch = ImportBatch.objects.select_for_update().get(pk=batch.pk)
        if batch.state != BatchState.CONFIRMED:
            return
        before = batch.before
        rows = {int(pk): values for pk, values in before["rows"].items()}
        new = Authorisation.objects.filter(batch=batch)
        touched = list(known.in_chunks(Authorisation.objects.all(), "pk", rows))
        if len(touched) < len(rows) or len(new) < before["new"]:
            raise CannotUndo([_("some of its entries were deleted since")])
        _refuse_if_changed(batch, [*new, *touched])
        for part in _parts(before["events"]):
            AuthorisationEvent.objects.filter(pk__in=part).delete()
        _restore(touched, rows)
        rows_written.send(Authorisation, keys=list(rows))
        _log(batch, touched, "registry.undo_import", user)
        _log(batch, new, "wagtail.delete", user)
        try:
            new.delete()
        except ProtectedError as error:
            raise CannotUndo([_("used since"), *list(error.protected_objects)[:5]]) from error
        unused = Notice.objects.filter(authorisations=None, events=None)
        for notice in known.in_chunks(unused, "pk", before["notices"]):
            notice.delete()
        batch.state, batch.closed_by, batch.closed_at = BatchState.UNDONE, user, timezone.now()
        batch.save(update_fields=["state", "closed_by", "closed_at"])
        bump_page_cache()


def _create_notices(entries) -> list[Notice]:
    """The notices that the file brings along, one row for each."""
    notices = list({id(each.notice): each.notice for each in entries if each.notice}.values())
    return Notice.objects.bulk_create([notice for notice in notices if notice.pk is None])


def _create(entries, people):
    for entry in entries:
        entry.notice = entry.notice  # takes over the key that its notice has now
        for name, value in people.items():
            setattr(entry, name, value)
    Authorisation.objects.bulk_create(entries, batch_size=BATCH)
    # `auto_now` has given each its own time; undoing compares with that of the batch.
    _touch(entries, people["changed_at"])


def _touch(entries, now) -> dict:
    """Note the time of the change; returns the times before, as `_update` does."""
    before = {entry.pk: {"changed_at": _stored(entry.changed_at)} for entry in entries}
    for part in _parts(before):
        Authorisation.objects.filter(pk__in=part).update(changed_at=now)
    return before


def _update(drafts, owners, people) -> dict:
    """Write changed entries; returns the values they had."""
    names = {"producer"} | {name for draft in drafts for name in draft.before}
    names |= {extra for name in names for extra in DERIVED.get(name, ())}
    fields = [Authorisation._meta.get_field(name) for name in sorted(names | set(PEOPLE))]
    rows = {}
    for draft in drafts:
        entry = draft.entry
        rows[entry.pk] = {
            # By key: looking up the people themselves would cost a query each.
            field.attname: _stored(draft.before.get(field.name, getattr(entry, field.attname)))
            for field in fields
        }
        entry.notice = entry.notice
        if "credit_code_as_printed" in draft.before or not entry.producer_id:
            entry.producer = owners.of(entry)
        if "name_as_printed" in draft.before:
            entry.fill_derived()
        for name, value in people.items():
            setattr(entry, name, value)
    entries = [draft.entry for draft in drafts]
    _write(entries, fields)
    return rows


def _create_events(batch, plan, people) -> list[AuthorisationEvent]:
    """The ends that the rows state and those of entries that are missing."""
    check = {name: people[name] for name in ("entered_by", "checked_by", "checked_at")}
    ends = [(draft.entry, *draft.end) for draft in plan.good if draft.end]
    ends += [(entry, batch.missing_end_on, batch.missing_end_kind) for entry in plan.ending]
    events = [
        AuthorisationEvent(authorisation=entry, on=on, kind=kind, **check)
        for entry, on, kind in ends
    ]
    return AuthorisationEvent.objects.bulk_create(events, batch_size=BATCH)


def _refuse_if_changed(batch, entries):
    """An entry that was changed after the import would lose that change."""
    changed = [entry for entry in entries if entry.changed_at != batch.closed_at]
    later = AuthorisationEvent.objects.filter(pk__gt=batch.before["last_event"])
    later = later.select_related("authorisation")
    keys = [entry.pk for entry in entries]
    changed += [event.authorisation for event in known.in_chunks(later, "authorisation", keys)]
    if changed:
        raise CannotUndo([_("changed since"), *changed[:5]])


def _restore(entries, rows):
    """Give `entries` the values they had."""
    meta = Authorisation._meta
    fields = [
        meta.get_field(name) for name in {name for values in rows.values() for name in values}
    ]
    for entry in entries:
        for name, value in rows[entry.pk].items():
            field = meta.get_field(name)
            setattr(entry, name, value if field.is_relation else field.to_python(value))
    _write(entries, fields)


def _write(entries, fields):
    """Save `fields` of many entries.

    Django's `bulk_update` writes one CASE for each field and entry, which took 30 s for 10,000.
    """
    meta, name = Authorisation._meta, connection.ops.quote_name
    columns = ", ".join(f"{name(field.column)} = %s" for field in fields)
    statement = f"UPDATE {name(meta.db_table)} SET {columns} WHERE {name(meta.pk.column)} = %s"  # noqa: S608 - no outside text
    rows = [
        [field.get_db_prep_save(getattr(entry, field.attname), connection) for field in fields]
        + [entry.pk]
        for entry in entries
    ]
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(statement, rows)


def _log(batch, entries, action, user=None):
    """What happened to each entry, in its history in the admin."""
    kind = ContentType.objects.get_for_model(Authorisation)
    now = timezone.now()
    for part in _parts(entries, BATCH):
        ModelLogEntry.objects.bulk_create(
            ModelLogEntry(
                content_type=kind,
                object_id=str(entry.pk),
                label=str(entry)[:255],
                action=action,
                user=user or batch.closed_by,
                timestamp=now,
                data={"import": batch.pk},
                content_changed=True,
                deleted=action == "wagtail.delete",
            )
            for entry in part
        )


def _parts(items, size=known.CHUNK):
    items = list(items)
    return (items[start : start + size] for start in range(0, len(items), size))


def _stored(value):
    """A field's value as JSON holds it."""
    if isinstance(value, models.Model):
        return value.pk
    return value.isoformat() if isinstance(value, datetime.date) else value
