"""The way into an inquiry on the pages of products and producers."""

from products.registry.enums import Status


def inquire_product(request, product) -> dict | None:
    """One link, unless the product is no GI product yet."""
    return None if product.is_candidate else {"product": product}


def inquire_producer(request, producer) -> dict | None:
    """A link for each product for which `producer` is a lawful user today."""
    entries = producer.authorisations.public().in_force().select_related("product")
    products = dict.fromkeys(entry.product for entry in entries.order_by("product__number"))
    return {"producer": producer, "products": products} if products else None


def inquire_entry(request, view) -> dict | None:
    """A link for the entry of the registry, if it is in force and its producer is known."""
    entry = view.entry
    if view.standing.status != Status.IN_FORCE or not entry.producer_id:
        return None
    return {"product": entry.product, "producer": entry.producer}
