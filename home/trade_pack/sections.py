"""The way to the trade pack on the page of a product."""


def trade_pack_of(request, product) -> dict | None:
    """One link, unless the product is no GI product yet."""
    return None if product.is_candidate else {"product": product}
