"""System check: no invented report in production."""

from django.conf import settings
from django.core import checks
from django.db import DatabaseError

from .models import Report


@checks.register("samples")
def check_no_sample_reports(app_configs, **kwargs):
    """Samples are for trying things out; `REFUSE_SAMPLES` is set in production."""
    if not settings.REFUSE_SAMPLES:
        return []
    try:
        has_samples = Report.objects.filter(is_sample=True).exists()
    except DatabaseError:  # before the first migration, or no database to ask
        return []
    if not has_samples:
        return []
    return [
        checks.Error(
            "There are invented reports of misuse in the database.",
            hint="Remove them with `manage.py load_samples --remove`.",
            id="protect.E001",
        )
    ]
