"""Keeps the search index true: pages and rights are found by the names of their product."""

from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.search import index

from products.catalogue.models import GIProduct, ProductName, ProductPage


def reindex_dependents(instance, raw=False, **kwargs):
    """A product was saved: its pages and protections bear its names."""
    if raw:
        return
    for dependent in (*instance.pages.all(), *instance.protections.all()):
        index.insert_or_update_object(dependent)


def reindex_product(instance, raw=False, **kwargs):
    """A name or a page of a product was saved or deleted: it is found by them."""
    if raw:
        return
    for product in GIProduct.objects.filter(pk=instance.product_id):
        index.insert_or_update_object(product)
        if isinstance(instance, ProductName):
            reindex_dependents(product)


def reindex_moved_product(instance, action, reverse, **kwargs):
    """A product was put into other districts, by whose names it is found."""
    if action in ("post_add", "post_remove", "post_clear") and not reverse:
        index.insert_or_update_object(instance)
        reindex_dependents(instance)


def register_signal_handlers():
    """Connects the handlers of the catalogue."""
    post_save.connect(reindex_dependents, sender=GIProduct)
    m2m_changed.connect(reindex_moved_product, sender=GIProduct.districts.through)
    for signal in (post_save, post_delete):
        signal.connect(reindex_product, sender=ProductName)
        signal.connect(reindex_product, sender=ProductPage)
