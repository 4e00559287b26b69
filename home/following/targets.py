"""What can be followed: records by their public ids, as long as everybody may see them."""

from django.utils.translation import gettext_lazy as _

from home.following.enums import Target
from products.catalogue.models import GIProduct
from products.producers.models import Producer
from products.registry.models import Authorisation


def find(kind: str, key: str):
    """The record that can be followed by its public id; None if there is none to be seen."""
    match kind:
        case Target.PRODUCT:
            return GIProduct.objects.filter(slug=key).first()
        case Target.PRODUCER:
            return Producer.objects.filter(slug=key, is_sample=False).first()
        case Target.ENTRY:
            entries = Authorisation.objects.public().real()
            return entries.filter(public_number=key.upper()).first()
    return None


def title_of(kind: str, record) -> str:
    """What is followed, as it stands in the list of choices."""
    if kind == Target.ENTRY:
        return _("The entry of %(firm)s (%(number)s)") % {
            "firm": record.name_as_printed,
            "number": record.public_number,
        }
    return _("The producer %(name)s") % {"name": record.name}
