"""What may happen next to an import, and to whom it is allowed.

Two people: whoever uploads a file submits it, another one confirms it or takes it back. That
holds for administrators too.
"""

import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from products.registry.enums import RUNNING_STATES, BatchState
from products.registry.importing import apply, tasks
from products.registry.models import ImportBatch

UPLOAD, CONFIRM, VIEW = (f"registry.{each}_importbatch" for each in ("add", "change", "view"))
# A worker that is alive shows some progress within this time.
PATIENCE = datetime.timedelta(minutes=1)


class Step(models.TextChoices):
    """What one can do with an import."""

    SUBMIT = "submit", _("Submit for confirmation")
    CONFIRM = "confirm", _("Confirm and import")
    WITHDRAW = "withdraw", _("Withdraw")
    UNDO = "undo", _("Undo this import")
    RESTART = "restart", _("Start again")


LOGGED = {
    Step.SUBMIT: "registry.submit_import",
    Step.CONFIRM: "registry.confirm_import",
    Step.WITHDRAW: "registry.withdraw_import",
    Step.UNDO: "registry.undo_import",
}


def open_steps(user, batch: ImportBatch) -> list[Step]:
    """What `user` may do with `batch` now."""
    is_own = batch.uploaded_by_id == user.pk
    may_upload, may_confirm = user.has_perm(UPLOAD), user.has_perm(CONFIRM)
    steps = {
        Step.SUBMIT: batch.state == BatchState.CHECKED
        and is_own
        and may_upload
        and can_be_submitted(batch),
        Step.CONFIRM: batch.state == BatchState.WAITING and may_confirm and not is_own,
        Step.RESTART: may_upload and (batch.state == BatchState.FAILED or is_stuck(batch)),
        Step.WITHDRAW: batch.state in (BatchState.CHECKED, BatchState.WAITING, BatchState.FAILED)
        and (may_confirm or (is_own and may_upload)),
        Step.UNDO: batch.state == BatchState.CONFIRMED and may_confirm and not is_own,
    }
    return [step for step, is_open in steps.items() if is_open]


def is_stuck(batch: ImportBatch) -> bool:
    """Whether it is under way but nothing happens."""
    last = batch.progress_at or batch.uploaded_at
    return batch.state in RUNNING_STATES and last < timezone.now() - PATIENCE


def can_be_submitted(batch: ImportBatch) -> bool:
    """Whether there is anything to import."""
    counts = batch.report.get("counts")
    return bool(counts and (counts["new"] or counts["changed"] or counts["ending"])) and not (
        # An entry in a wrong row would count as missing.
        batch.is_complete and counts["wrong"]
    )


def take(step: Step, user, batch: ImportBatch, *, only_good_rows=False, accept_shrink=False):
    """Does `step`. Raises `PermissionDenied`, and `ValidationError` with what stands against it."""
    if step not in open_steps(user, batch):
        raise PermissionDenied
    match step:
        case Step.SUBMIT:
            _submit(batch, only_good_rows, accept_shrink)
        case Step.CONFIRM:
            now = timezone.now()
            _move(batch, BatchState.IMPORTING, closed_by=user, progress_at=now, rows_done=0)
            tasks.start(tasks.import_batch, batch)
        case Step.WITHDRAW:
            _move(batch, BatchState.WITHDRAWN, closed_by=user, closed_at=timezone.now())
        case Step.UNDO:
            try:
                apply.undo(batch, user)
            except apply.CannotUndo as error:
                raise ValidationError(str(error)) from error
        case Step.RESTART:
            _restart(batch)
    if step in LOGGED:
        log(batch, LOGGED[step], user=user)


def _submit(batch, only_good_rows, accept_shrink):
    """Nothing is left out and nothing ends in numbers unless that was said."""
    if batch.report["counts"]["wrong"] and not only_good_rows:
        raise ValidationError(
            _("Some rows are wrong. Correct the file, or choose to import the good rows only.")
        )
    if batch.report["is_shrink"] and not accept_shrink:
        raise ValidationError(
            _("Many entries would end. Confirm that this is meant, or correct the file.")
        )
    _move(batch, BatchState.WAITING, only_good_rows=only_good_rows, shrink_accepted=accept_shrink)


def _restart(batch):
    """From where it stood; a check is harmless, an import writes all or nothing."""
    if batch.state == BatchState.IMPORTING:
        _move(batch, BatchState.IMPORTING, progress_at=timezone.now())
        tasks.start(tasks.import_batch, batch)
    else:
        _move(batch, BatchState.UPLOADED, closed_by=None, progress_at=timezone.now())
        tasks.start(tasks.check_batch, batch)


def _move(batch, state, **values):
    """To another state, unless somebody was faster."""
    moved = ImportBatch.objects.filter(pk=batch.pk, state=batch.state).update(state=state, **values)
    if not moved:
        raise ValidationError(_("Somebody else has just done something with this import."))
    batch.state = state
