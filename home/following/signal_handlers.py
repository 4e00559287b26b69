"""Every write of a record whose facts are public is noted for the log."""

from django.db.models.signals import m2m_changed, post_delete, post_save

from gi_site.core.signals import rows_written
from home.following.enums import RecordKind
from home.following.log import touch
from products.catalogue.models import GIProduct, Protection, ProtectionStandard, Specification
from products.registry.models import Authorisation, AuthorisationEvent, Notice

# Which record a row of each model belongs to, and the column with its key.
OWNERS = {
    GIProduct: (RecordKind.PRODUCT, "pk"),
    Protection: (RecordKind.PROTECTION, "pk"),
    ProtectionStandard: (RecordKind.PROTECTION, "protection_id"),
    Specification: (RecordKind.PROTECTION, "protection_id"),
    Authorisation: (RecordKind.AUTHORISATION, "pk"),
    AuthorisationEvent: (RecordKind.AUTHORISATION, "authorisation_id"),
    Notice: (RecordKind.NOTICE, "pk"),
}


def connect():
    """Listen to all of them."""
    for model in OWNERS:
        for signal in (post_save, post_delete):
            signal.connect(note_row, sender=model, dispatch_uid=f"follow-{model._meta.label}")
        rows_written.connect(note_rows, sender=model, dispatch_uid=f"follow-{model._meta.label}")
    m2m_changed.connect(
        note_districts, sender=GIProduct.districts.through, dispatch_uid="follow-districts"
    )


def note_row(sender, instance, **kwargs):
    """One row was saved or deleted."""
    kind, column = OWNERS[sender]
    touch(kind, [getattr(instance, column)])


def note_rows(sender, keys, **kwargs):
    """Many rows were written at once."""
    kind, column = OWNERS[sender]
    if column != "pk":
        keys = sender.objects.filter(pk__in=keys).values_list(column, flat=True)
    touch(kind, keys)


def note_districts(sender, instance, action, reverse, pk_set, **kwargs):
    """A product got other districts."""
    if action in ("post_add", "post_remove", "post_clear"):
        touch(RecordKind.PRODUCT, (pk_set or []) if reverse else [instance.pk])
