"""Two questions a monitor asks: does the process live, and can it do its work?"""

import logging
import os
import uuid

from django.core.cache import cache
from django.core.files.storage import default_storage
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django_tasks_db.models import DBTaskResult, get_date_max

logger = logging.getLogger(__name__)

# Migrations of a running process do not change: one good answer holds for its life.
_migrations_applied = False


@require_safe
@never_cache
def healthz(request):
    """Alive: this process answers. Touches nothing else."""
    return JsonResponse({"status": "ok"})


@require_safe
@never_cache
def readyz(request):
    """Ready: what every page needs is there; 503 names what is not.

    Waiting jobs are told but do not count: a page needs no worker.
    """
    checks = {
        name: _try(name, check)
        for name, check in {
            "database": check_database,
            "migrations": check_migrations,
            "cache": check_cache,
            "media": check_media,
        }.items()
    }
    ready = all(checks.values())
    answer = {
        "status": "ok" if ready else "failing",
        **{name: "ok" if passed else "failing" for name, passed in checks.items()},
        "oldest_job_seconds": oldest_job_seconds() if checks["database"] else None,
    }
    return JsonResponse(answer, status=200 if ready else 503)


def _try(name, check) -> bool:
    try:
        return bool(check())
    except Exception:
        # The reason is for the log; a stranger learns only which part it is.
        logger.exception("readyz: %s failed", name)
        return False


def check_database():
    """The database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return cursor.fetchone() == (1,)


def check_migrations():
    """Every migration of the code is applied."""
    global _migrations_applied
    if not _migrations_applied:
        executor = MigrationExecutor(connection)
        _migrations_applied = not executor.migration_plan(executor.loader.graph.leaf_nodes())
    return _migrations_applied


def check_cache():
    """The cache gives back what it was given."""
    mark = uuid.uuid4().hex
    cache.set("readyz", mark, 60)
    # Another process may have asked in between.
    return cache.get("readyz") is not None


def check_media():
    """Uploads can be stored."""
    try:
        folder = default_storage.path("")
    except NotImplementedError:
        default_storage.exists("readyz")
        return True
    return os.access(folder, os.W_OK | os.X_OK)


def oldest_job_seconds() -> int | None:
    """How long the job that has waited longest has been due; nothing when none is due."""
    job = DBTaskResult.objects.ready().order_by("enqueued_at").first()
    if job is None:
        return None
    due = job.enqueued_at if job.run_after == get_date_max() else job.run_after
    return round((timezone.now() - due).total_seconds())
