"""The questions asked of the change log and of alerts."""

import datetime

from django.db import models
from django.db.models import Max, Q
from django.utils import timezone

from home.following.enums import RecordKind, Target

# An address that nobody has confirmed is forgotten after this time.
UNCONFIRMED = datetime.timedelta(days=7)


class AppendOnlyError(TypeError):
    """A row of the log was to be changed or deleted."""


class PublicChangeQuerySet(models.QuerySet):
    def update(self, **values):
        raise AppendOnlyError("The change log is only added to.")

    def delete(self):
        raise AppendOnlyError("The change log is only added to.")

    def newest_first(self):
        """The order of the page and the feeds."""
        return self.order_by("-recorded_at", "-pk")

    def of_product(self, slug: str):
        """What concerns a product, its rights and the users of its mark."""
        return self.filter(product_slug=slug)

    def of_producer(self, slug: str):
        """What concerns the authorisations of a producer."""
        return self.filter(producer_slug=slug)

    def of_entry(self, number: str):
        """What concerns one entry of the registry."""
        return self.filter(kind=RecordKind.AUTHORISATION, key=number)

    def for_reading(self):
        """Everything a sentence and its links need, in a number of queries that does not grow."""
        return self.select_related("authorisation", "notice")

    def last_key(self) -> int:
        """Key of the newest row; 0 while there is none."""
        return self.aggregate(last=Max("pk"))["last"] or 0


class SubscriptionQuerySet(models.QuerySet):
    def confirmed(self):
        """Those whose owner has pressed the button in the mail."""
        return self.filter(confirmed_at__isnull=False)

    def forgotten(self):
        """Those that nobody has confirmed in time."""
        return self.filter(confirmed_at=None, created_at__lt=timezone.now() - UNCONFIRMED)

    def to_choose(self):
        """Everything a list of them shows."""
        return self.select_related("product", "producer", "entry__product")


def matching(subscription) -> Q:
    """What in the log `subscription` is about."""
    match subscription.target:
        case Target.PRODUCT:
            return Q(product_slug=subscription.product.slug)
        case Target.PRODUCER:
            return Q(producer_slug=subscription.producer.slug)
        case Target.ENTRY:
            return Q(kind=RecordKind.AUTHORISATION, key=subscription.entry.public_number)
    return Q()
