"""The way to a report on the pages of products."""


def report_product(request, product) -> dict | None:
    """One quiet link, unless the product is no GI product yet: then there is no name to protect."""
    return None if product.is_candidate else {"product": product}
