"""The plan as it is kept with the batch, and as its readers see it."""

import hashlib
import json
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import override

from products.registry.columns import BY_KEY
from products.registry.importing import rows
from products.registry.importing.plan import Draft, Plan
from products.registry.models import Authorisation

NEW, CHANGED, ENDING = "new", "changed", "ending"


@dataclass(frozen=True)
class Finding:
    """One line of the list of problems."""

    line: int
    column: str
    given: str
    message: str
    expected: str
    is_warning: bool


def summarise(plan: Plan) -> dict:
    """The report on `plan`; holds only what JSON can."""
    drafts = [_row(draft, NEW) for draft in plan.new]
    drafts += [_row(draft, CHANGED) for draft in plan.changed]
    ending = [_entry(entry) for entry in plan.ending]
    problems = [
        _problem(draft.row.line, problem) for draft in plan.drafts for problem in draft.row.problems
    ]
    wrong = sum(1 for draft in plan.drafts if not draft.row.is_good)
    return {
        "columns": [
            [heading, plan.header.columns[place].key if place in plan.header.columns else ""]
            for place, heading in enumerate(plan.header.headings)
            if heading
        ],
        "counts": {
            "rows": len(plan.drafts),
            NEW: len(plan.new),
            CHANGED: len(plan.changed),
            "unchanged": len(plan.good) - len(plan.new) - len(plan.changed),
            ENDING: len(ending) + sum(1 for draft in plan.changed if draft.end),
            "wrong": wrong,
            "warnings": sum(1 for problem in problems if problem["is_warning"]),
            "current": plan.current,
            "missing": len(plan.missing),
        },
        "is_shrink": plan.is_shrink,
        "problems": problems,
        "rows": drafts,
        "ending": ending,
        "fingerprint": fingerprint(plan),
    }


def fingerprint(plan: Plan) -> str:
    """Of all that would be written: the second person's plan must be the one that was shown."""
    digest = hashlib.sha256()
    for kind, drafts in ((NEW, plan.new), (CHANGED, plan.changed)):
        for draft in drafts:
            digest.update(json.dumps(_row(draft, kind)).encode())
    for entry in plan.ending:
        digest.update(json.dumps(_entry(entry)).encode())
    return digest.hexdigest()


def of_broken_file(error: ValidationError) -> dict:
    """The report on a file that could not be read."""
    return {"file_problem": [source_text(error.message), error.params or {}]}


def source_text(message) -> str:
    """A translatable message as it is kept, to be translated for each reader."""
    with override(None):
        return str(message)


def text_of(message: str, params: dict) -> str:
    """A stored message for the reader."""
    translated = _(message)
    return translated % params if params else translated


def findings(report: dict) -> list[Finding]:
    """The problems for the reader, errors first."""
    found = [
        Finding(
            line=problem["line"],
            column=BY_KEY[problem["field"]].name if problem["field"] else _("whole row"),
            given=problem["given"],
            message=text_of(problem["message"], problem["params"]),
            expected=str(BY_KEY[problem["field"]].expected) if problem["field"] else "",
            is_warning=problem["is_warning"],
        )
        for problem in report.get("problems", ())
    ]
    return sorted(found, key=lambda finding: (finding.is_warning, finding.line))


def changes_of(row: dict) -> list[tuple[str, str, str]]:
    """Column, old and new value of one row of the report."""
    return [(BY_KEY[key].name, old, new) for key, (old, new) in row["changes"].items()]


def _row(draft: Draft, kind: str) -> dict:
    return {"kind": kind, "line": draft.row.line, **_entry(draft.entry), "changes": draft.changes}


def _entry(entry: Authorisation) -> dict:
    return {
        "number": entry.public_number if entry.pk else "",
        "name": entry.name_as_printed,
        "product": entry.product.name_zh,
    }


def _problem(line: int, problem: rows.Problem) -> dict:
    return {"line": line, **vars(problem)}
