"""The products as the tools about them list and find them."""

from django.http import Http404

from gi_site.core.templatetags.site import trail
from products.catalogue.models import GIProduct, ProductPage


def product_and_page(products, slug: str, locale) -> tuple[GIProduct, ProductPage | None]:
    """The product `slug` and its live page in `locale`. Raises `Http404` if there is none."""
    product = products.select_related("category", "image", "area_source").filter(slug=slug).first()
    if product is None:
        raise Http404
    page = product.pages.live().filter(locale=locale).select_related("locale").first()
    return product, page


def trail_below(request, page) -> list[dict]:
    """The way to a page below the tool `page`."""
    return [
        *trail({"request": request}, page),
        {"title": page.title, "url": page.get_url(request)},
    ]
