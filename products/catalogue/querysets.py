"""The questions asked of the catalogue's records."""

import datetime

from django.apps import apps
from django.db import models
from django.db.models import Case, Exists, OuterRef, Prefetch, Q, When
from django.db.models.functions import Coalesce
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

    def in_order_of_events(self):
        """By announcement, else application; undated ones last."""
        return self.order_by(
            Coalesce("announced", "applied", "valid_from").asc(nulls_last=True), "pk"
        )


class GIProductQuerySet(models.QuerySet):
    def listed(self):
        """The city's GI products, candidates left out."""
        return self.filter(state=ProductState.LISTED)

    def related_to(self, product, district_ids):
        """Other products, those of the same class first, then those of the same places."""
        same_class = Case(When(category_id=product.category_id, then=0), default=1)
        same_place = Case(
            When(
                Exists(
                    self.model.districts.through.objects.filter(
                        giproduct=OuterRef("pk"), district__in=district_ids
                    )
                ),
                then=0,
            ),
            default=1,
        )
        return (
            self.exclude(pk=product.pk)
            .alias(same_class=same_class, same_place=same_place)
            .order_by("same_class", "same_place", "number", "pk")
        )

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
