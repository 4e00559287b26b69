"""Check and import in the background, with progress that everybody can see."""

import functools
import logging

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from django_tasks import task

from products.registry.enums import RUNNING_STATES, BatchState
from products.registry.importing import report
from products.registry.importing.apply import Outdated, apply_plan, registry_mark
from products.registry.importing.files import FileError
from products.registry.importing.plan import make_plan
from products.registry.models import ImportBatch

logger = logging.getLogger(__name__)
# Somebody else may change the registry at the same moment; then the plan is made anew.
ATTEMPTS = 3
# Before mail and pictures: somebody sits in front of the progress bar.
PRIORITY = 50


def start(task_to_run, batch: ImportBatch):
    """Hand the batch to the worker once the current transaction is committed."""
    transaction.on_commit(functools.partial(task_to_run.enqueue, batch.pk))


@task(backend="background", queue_name="imports", priority=PRIORITY)
def check_batch(pk: int) -> str:
    """The dry run: reads the file of a batch and writes the report on it."""
    claimed = (
        ImportBatch.objects.filter(pk=pk)
        .filter(state__in=(BatchState.UPLOADED, BatchState.CHECKING))
        .update(state=BatchState.CHECKING, rows_done=0, progress_at=timezone.now())
    )
    if claimed:
        _guarded(_check, ImportBatch.objects.defer("report", "before").get(pk=pk))
    return ImportBatch.objects.values_list("state", flat=True).get(pk=pk)


@task(backend="background", queue_name="imports", priority=PRIORITY)
def import_batch(pk: int) -> str:
    """Writes a batch that a second person has confirmed."""
    # The report is large and not needed here.
    batches = ImportBatch.objects.defer("report", "before")
    batch = batches.filter(pk=pk, state=BatchState.IMPORTING).first()
    if batch:
        _guarded(_import, batch)
    return ImportBatch.objects.values_list("state", flat=True).get(pk=pk)


def _guarded(work, batch: ImportBatch):
    """Whatever happens, the batch says so and does not stay under way for ever."""
    try:
        # The values in reports are those of the file format, which is Chinese.
        with override(settings.LANGUAGE_CODE):
            work(batch)
    except Exception:
        logger.exception("Import %s failed", batch.pk)
        _finish(batch, BatchState.FAILED)


def _check(batch: ImportBatch):
    try:
        plan = make_plan(batch, functools.partial(_seen, batch))
    except FileError as error:
        found = report.of_broken_file(error)
    else:
        found = report.summarise(plan)
    _finish(batch, BatchState.CHECKED, report=found)


def _import(batch: ImportBatch):
    shown = ImportBatch.objects.values_list("report__fingerprint", flat=True).get(pk=batch.pk)
    for _attempt in range(ATTEMPTS):
        mark = registry_mark()
        plan = make_plan(batch, functools.partial(_seen, batch))
        if report.fingerprint(plan) != shown:
            # What was confirmed would not be what is written: everybody looks again.
            found = report.summarise(plan)
            found["notice"] = report.source_text(CHANGED_MEANWHILE)
            _finish(batch, BatchState.CHECKED, report=found, closed_by=None)
            return
        try:
            apply_plan(batch, plan, mark)
        except Outdated:
            continue
        return
    raise Outdated


CHANGED_MEANWHILE = _(
    "The registry was changed after this file had been checked. This is the new comparison;"
    " nothing has been imported."
)


def _seen(batch: ImportBatch, done: int, total: int):
    ImportBatch.objects.filter(pk=batch.pk).update(
        rows_done=done, rows_total=total, progress_at=timezone.now()
    )


def _finish(batch: ImportBatch, state: BatchState, **values):
    """Unless somebody else has finished it already."""
    ImportBatch.objects.filter(pk=batch.pk, state__in=RUNNING_STATES).update(state=state, **values)
