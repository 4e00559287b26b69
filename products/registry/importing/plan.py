"""What a file would change: new, changed, unchanged and ending entries, and what is wrong."""

import datetime
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from products.registry.columns import BY_KEY
from products.registry.enums import END_EVENTS, EventKind, Status
from products.registry.importing import known
from products.registry.importing.files import read_rows
from products.registry.importing.resolve import Resolver
from products.registry.importing.rows import Header, Row, read_table
from products.registry.models import Authorisation, ImportBatch

CURRENT = (Status.IN_FORCE, Status.SUSPENDED)
SEEN_EVERY = 250
# So many ends, and so large a share of what is in force, are hardly meant.
SHRINK_ENTRIES, SHRINK_SHARE = 5, 0.1


@dataclass
class Draft:
    """One row beside the entry it is about; `entry` carries the new values, unsaved.

    `changes` are old and new text by column key, `before` the fields as they were.
    """

    row: Row
    entry: Authorisation
    changes: dict[str, list[str]] = field(default_factory=dict)
    before: dict[str, object] = field(default_factory=dict)
    end: tuple[datetime.date, str] | None = None

    @property
    def is_new(self) -> bool:
        """Whether the registry has no such entry."""
        return self.entry.pk is None

    @property
    def is_change(self) -> bool:
        """Whether it alters an entry that exists."""
        return not self.is_new and bool(self.changes or self.end)


@dataclass
class Plan:
    """All that an import would do."""

    header: Header
    drafts: list[Draft]
    missing: list[Authorisation] = field(default_factory=list)
    current: int = 0
    is_complete: bool = False

    @property
    def good(self) -> list[Draft]:
        """Rows without an error."""
        return [draft for draft in self.drafts if draft.row.is_good]

    @property
    def new(self) -> list[Draft]:
        """Good rows that the registry does not have."""
        return [draft for draft in self.good if draft.is_new]

    @property
    def changed(self) -> list[Draft]:
        """Good rows that alter an entry."""
        return [draft for draft in self.good if draft.is_change]

    @property
    def ending(self) -> list[Authorisation]:
        """Entries that would end because they are missing."""
        return self.missing if self.is_complete else []

    @property
    def is_shrink(self) -> bool:
        """Whether suspiciously many current entries would end."""
        ends = len(self.ending) + sum(1 for draft in self.changed if draft.end)
        return ends >= SHRINK_ENTRIES and ends > SHRINK_SHARE * self.current


def make_plan(batch: ImportBatch, seen: Callable = lambda done, total: None) -> Plan:
    """Reads the file of `batch` and compares it. Raises `FileError`.

    `seen(done, total)` is told from time to time how many rows are through.
    """
    with batch.file.open("rb") as file:
        header, rows = read_table(read_rows(file), known.choices())
    resolver = _resolver(rows, header)
    drafts = []
    for row in rows:
        if len(drafts) % SEEN_EVERY == 0:
            seen(len(drafts), len(rows))
        drafts.append(_draft(row, resolver))
    _refuse_duplicates(drafts)
    for row in rows:
        row.values.clear()  # the drafts have taken what they need; memory is scarce
    plan = Plan(header, drafts, is_complete=batch.is_complete)
    _find_missing(plan)
    seen(len(rows), len(rows))
    return plan


def _resolver(rows: list[Row], header: Header) -> Resolver:
    """What the rows may name, looked up in a few queries."""
    number_columns = ("public_number", "successor_of")
    numbers = {row.values.get(key) for row in rows for key in number_columns} - {"", None}
    by_number = {
        entry.public_number: entry
        for entry in known.in_chunks(known.entries(), "public_number", numbers)
    }
    codes = {row.values.get("credit_code") for row in rows} - {"", None}
    by_code = defaultdict(list)
    for entry in known.in_chunks(known.entries(), "credit_code_as_printed", codes):
        # One object for one entry, by whichever way it is found.
        entry = by_number.get(entry.public_number, entry)
        by_code[entry.credit_code_as_printed].append(entry)
    return Resolver(header, by_number, by_code)


def _draft(row: Row, resolver: Resolver) -> Draft:
    fields, end = resolver.resolve(row)
    entry = resolver.entry_for(row, fields)
    if entry is None:
        entry = Authorisation(product=fields.get("product"))
    draft = Draft(row, entry)
    keys = [column.key for column in resolver.header.columns.values()]
    old = {} if draft.is_new else {key: BY_KEY[key].of(entry) for key in keys}
    wanted = {name: value for name, value in fields.items() if name != "product"}
    before = {name: getattr(entry, name) for name in wanted}
    for name, value in wanted.items():
        setattr(entry, name, value)
    resolver.judge(row, entry, before)
    if row.is_good:
        new = {key: BY_KEY[key].of(entry) for key in keys if key != "public_number"}
        if end and not new["ended_on"]:
            draft.end = end
            new |= {"ended_on": end[0], "end_kind": str(EventKind(end[1]).label)}
        draft.changes = {
            key: [str(old.get(key) or ""), str(value or "")]
            for key, value in new.items()
            if (old.get(key) or "") != (value or "")
        }
        draft.before = {name: value for name, value in before.items() if value != wanted[name]}
    # A later row may be about the same entry; it must find it as it is.
    if not row.is_good:
        for name, value in before.items():
            setattr(entry, name, value)
    elif draft.is_change and entry.checked_at is None and entry.entered_by_id:
        row.refuse("public_number", _("This entry still waits to be confirmed; do that first."))
    return draft


def _refuse_duplicates(drafts: list[Draft]):
    """Two rows about the same entry: neither is better than the other."""
    same = defaultdict(list)
    for draft in drafts:
        if draft.row.values.get("credit_code") or not draft.is_new:
            same[_identity(draft)].append(draft.row)
    for rows in same.values():
        for row in rows if len(rows) > 1 else ():
            others = "、".join(str(other.line) for other in rows if other is not row)
            row.refuse(
                "", _("The same entry stands in line %(lines)s of the file too."), lines=others
            )


def _identity(draft: Draft):
    if not draft.is_new:
        return draft.entry.pk
    entry, notice = draft.entry, draft.entry.notice
    return (
        entry.product_id,
        entry.protection_id,
        notice and (notice.authority_zh, notice.number, notice.issued_on),
        draft.row.values["credit_code"],
    )


def _find_missing(plan: Plan):
    """Entries in force under the rights of the file that the file does not name."""
    rights = {draft.entry.protection_id for draft in plan.drafts} - {None}
    current = (
        Authorisation.objects.real()
        .public()
        .having_status(*CURRENT)
        .filter(protection__in=rights)
        .exclude(events__kind__in=END_EVENTS)
    )
    keys = set(current.values_list("pk", flat=True))
    named = {draft.entry.pk for draft in plan.drafts}
    plan.current = len(keys)
    missing = known.in_chunks(known.entries(), "pk", keys - named)
    plan.missing = sorted(missing, key=lambda entry: (entry.product.number, entry.name_as_printed))
