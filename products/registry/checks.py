"""System check: nothing invented is shown on the real site."""

from django.conf import settings
from django.core import checks
from django.db import DatabaseError

from products.producers.models import Producer
from products.registry.models import Authorisation, Notice


@checks.register("samples")
def check_no_samples(app_configs, **kwargs):
    """Samples are for trying things out; `REFUSE_SAMPLES` is set in production."""
    if not settings.REFUSE_SAMPLES:
        return []
    try:
        models = [
            model._meta.label
            for model in (Producer, Notice, Authorisation)
            if model.objects.filter(is_sample=True).exists()
        ]
    except DatabaseError:  # before the first migration, or no database to ask
        return []
    if not models:
        return []
    return [
        checks.Error(
            f"There are invented samples in the database: {', '.join(models)}.",
            hint="Remove them with `manage.py load_samples --remove`.",
            id="registry.E001",
        )
    ]
