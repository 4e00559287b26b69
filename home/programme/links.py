"""Addresses of other pages in the reader's language."""

from products.catalogue.models import GIProduct
from products.registry.terms import registry_terms


def product_url(product: GIProduct) -> str:
    """The page of `product`; "" if it has none."""
    term = registry_terms().products.get(product.slug)
    return term.url if term else ""
