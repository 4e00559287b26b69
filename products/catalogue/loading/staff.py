"""What staff have changed or deleted is left as it is; the audit log knows."""

from django.contrib.contenttypes.models import ContentType
from wagtail.models import ModelLogEntry


def changes_by_staff(model, ids):
    """Entries of the audit log that members of staff made for the objects `ids` of `model`."""
    return ModelLogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(model),
        object_id__in=[str(pk) for pk in ids],
        user__isnull=False,
    )


def was_deleted_by_staff(model, **label) -> bool:
    """Whether a member of staff deleted an object of `model`; `label` as `label__in=[…]`."""
    return ModelLogEntry.objects.filter(
        action="wagtail.delete",
        content_type=ContentType.objects.get_for_model(model),
        user__isnull=False,
        **label,
    ).exists()
