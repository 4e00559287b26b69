"""The questions asked of the catalogue's records."""

import datetime

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q
from django.utils import timezone

from products.catalogue.enums import DatePrecision, ProductState


class ProtectionQuerySet(models.QuerySet):
    def in_force(self, on: datetime.date):
        """Rights in force on `on`; the same rule as `Protection.status_on`, bar succession."""
        return self.filter(
            Q(valid_from__isnull=True) | Q(valid_from__lte=on),
            Q(valid_until__isnull=True) | Q(valid_until__gte=on),
            ~Q(authority_zh="", authority_en=""),
            ~Q(announcement_number=""),
            end_reason="",
            is_application_only=False,
            announced__lte=on,
            announced_precision=DatePrecision.DAY,
        )


class GIProductQuerySet(models.QuerySet):
    def listed(self):
        """The city's GI products, candidates left out."""
        return self.filter(state=ProductState.LISTED)

    def for_listing(self, locale):
        """Everything a card shows, in a number of queries that does not grow with the rows."""
        pages = apps.get_model("catalogue.ProductPage").objects.live().filter(locale=locale)
        protections = apps.get_model("catalogue.Protection").objects.in_force(timezone.localdate())
        return (
            self.select_related("category", "image")
            .annotate(is_protected_today=Exists(protections.filter(product=OuterRef("pk"))))
            .prefetch_related(
                "districts",
                "seasons",
                "image__renditions",
                Prefetch("pages", pages, to_attr="pages_here"),
            )
        )
