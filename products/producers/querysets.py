"""The questions asked of producers."""

from django.apps import apps
from django.db import models
from django.db.models import Prefetch

from products.producers.enums import Visibility


class ProducerQuerySet(models.QuerySet):
    def real(self):
        """Without the invented samples."""
        return self.filter(is_sample=False)

    def export_ready(self):
        """Those that name a market abroad."""
        return self.exclude(export_markets=[])

    def for_listing(self):
        """Everything a card shows, in a number of queries that does not grow with the rows."""
        return self.select_related("district", "image").prefetch_related(
            "products", "image__renditions"
        )

    def for_entry(self):
        """Everything the public entry shows."""
        contacts = apps.get_model("producers.Contact").objects.public()
        return self.select_related("district", "image", "footing_source").prefetch_related(
            "products",
            "claims__footing_source",
            "certificates__footing_source",
            "offers__product",
            "offers__footing_source",
            Prefetch("contacts", contacts, to_attr="public_contacts"),
        )


class ContactQuerySet(models.QuerySet):
    def public(self):
        """Those that everybody may see."""
        return self.filter(visibility=Visibility.PUBLIC)

    def for_buyers(self):
        """Those that a buyer sees after an inquiry."""
        return self.exclude(visibility=Visibility.STAFF)
