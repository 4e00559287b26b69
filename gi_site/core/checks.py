"""System check: nothing invented is shown on the real site."""

from django.apps import apps
from django.conf import settings
from django.core import checks
from django.core.exceptions import FieldDoesNotExist
from django.db import DatabaseError


@checks.register("samples")
def check_no_samples(app_configs, **kwargs):
    """Records with `is_sample` are for trying things out; production sets `REFUSE_SAMPLES`."""
    if not settings.REFUSE_SAMPLES:
        return []
    try:
        labels = [
            model._meta.label
            for model in apps.get_models()
            if _can_be_sample(model) and model._base_manager.filter(is_sample=True).exists()
        ]
    except DatabaseError:  # before the first migration, or no database to ask
        return []
    if not labels:
        return []
    return [
        checks.Error(
            f"There are invented samples in the database: {', '.join(labels)}.",
            hint="Remove them with `manage.py load_samples --remove`.",
            id="core.E001",
        )
    ]


def _can_be_sample(model) -> bool:
    try:
        return bool(model._meta.get_field("is_sample"))
    except FieldDoesNotExist:
        return False
