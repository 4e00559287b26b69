"""What the registry adds to the pages of products and producers."""

from django.utils import timezone

from products.producers.models import Producer
from products.registry.enums import Status
from products.registry.models import Authorisation
from products.registry.owners import belonging_to

LISTED = 12


def lawful_user_ids(day):
    """Producers that may use a mark on `day`: one column of primary keys."""
    entries = Authorisation.objects.public().in_force(day).filter(producer__isnull=False)
    return entries.values("producer")


def lawful_users(request, product) -> dict:
    """Who may use the mark for `product` today; the first of them by name. One query, or two."""
    known = (
        Authorisation.objects.public()
        .filter(product=product)
        .having_status(Status.IN_FORCE, Status.REPORTED)
        .with_status()
    )
    # "in_force" comes before "reported", samples come last.
    entries = known.select_related("producer").order_by(
        "status_known", "is_sample", "name_as_printed", "pk"
    )
    shown = list(entries[: LISTED + 1])
    real = [entry for entry in shown if not entry.is_sample]
    count = sum(entry.status_known == Status.IN_FORCE for entry in real)
    if len(shown) > LISTED:
        count = known.real().in_force().count()
        shown.pop()
    return {
        "product": product,
        "day": timezone.localdate(),
        "count": count,
        "entries": [entry for entry in shown if entry.status_known == Status.IN_FORCE],
        "reported": [entry for entry in real if entry.status_known == Status.REPORTED],
    }


def authorisations_of(request, producer: Producer) -> dict:
    """What the registry knows of `producer`: what holds today first, then the newest."""
    entries = (
        Authorisation.objects.public()
        .filter(belonging_to(producer))
        .select_related("product", "protection", "notice")
        .prefetch_related("events__notice")
        .order_by("-pk")
    )
    today, order = timezone.localdate(), list(Status)
    standings = [(entry, entry.standing_on(today)) for entry in entries]
    standings.sort(key=lambda pair: order.index(pair[1].status))
    return {"producer": producer, "standings": standings}
