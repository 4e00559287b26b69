"""The questions asked of producers."""

from django.apps import apps
from django.db import models
from django.db.models import Case, Prefetch, Q, Value, When
from django.utils import timezone

from products.producers.enums import Visibility
from products.producers.lawful_users import lawful_user_ids


class ProducerQuerySet(models.QuerySet):
    def real(self):
        """Without the invented samples."""
        return self.filter(is_sample=False)

    def export_ready(self):
        """Those that name a market abroad."""
        return self.exclude(export_markets=[])

    def with_lawful_today(self):
        """Adds `is_lawful_today`: whether it may use a mark for at least one product."""
        lawful = Q(pk__in=lawful_user_ids(timezone.localdate()))
        return self.annotate(
            is_lawful_today=Case(
                When(lawful, then=Value(True)),
                default=Value(False),
                output_field=models.BooleanField(),
            )
        )

    def for_listing(self):
        """Everything a card shows, in a number of queries that does not grow with the rows."""
        products = apps.get_model("catalogue.GIProduct").objects.select_related("category")
        return (
            self.with_lawful_today()
            .select_related("district")
            .defer("district__boundary")  # outweighs all the rest of a card
            .prefetch_related(Prefetch("products", products))
        )

    def for_entry(self, locale):
        """Everything the public entry shows, with links to the products' pages in `locale`."""
        pages = apps.get_model("catalogue.ProductPage").objects.live().filter(locale=locale)
        footed = {
            name: apps.get_model(f"producers.{model}").objects.select_related("footing_source")
            for name, model in (
                ("claims", "ProducerClaim"),
                ("certificates", "Certificate"),
                ("offers", "Offer"),
            )
        }
        footed["offers"] = footed["offers"].select_related("product")
        contacts = apps.get_model("producers.Contact").objects.public()
        return self.select_related("district", "image", "footing_source").prefetch_related(
            Prefetch("products__pages", pages, to_attr="pages_here"),
            *(Prefetch(name, queryset) for name, queryset in footed.items()),
            Prefetch("contacts", contacts, to_attr="public_contacts"),
        )


class ContactQuerySet(models.QuerySet):
    def public(self):
        """Those that everybody may see."""
        return self.filter(visibility=Visibility.PUBLIC)

    def for_buyers(self):
        """Those that a buyer sees after an inquiry."""
        return self.exclude(visibility=Visibility.STAFF)
