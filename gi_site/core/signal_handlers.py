"""Connected in `apps.py`."""

from functools import partial

from django.db import transaction

from gi_site.core.images import all_specs
from gi_site.core.tasks import make_renditions

# Before all waiting pictures are made in every format, each has one that can be shown.
QUICK_FIRST = 10


def queue_renditions(sender, instance, raw=False, **kwargs):
    """After a picture is saved, let the worker make its renditions."""
    if not raw:
        transaction.on_commit(partial(enqueue_missing, instance))


def enqueue_missing(image):
    """Queue the work unless every rendition is there: changing an alt text makes none anew."""
    specs = all_specs(image)
    if image.renditions.filter(filter_spec__in=specs).count() < len(specs):
        work = make_renditions.using(backend="background", queue_name="images")
        work.using(priority=QUICK_FIRST).enqueue(image.pk, quick=True)
        work.enqueue(image.pk)
