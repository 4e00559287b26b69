"""What the knowledge pages add to the page of a product."""

from django.utils.translation import get_language

from gi_site.ops.memo import cached_until_published
from home.knowledge.models import RecognisePage, SheetsPage


def tools_for_product(request, product) -> dict | None:
    """Addresses of the guide and the sheet of `product`, as far as their pages are live."""
    urls = cached_until_published(f"knowledge-tools-{get_language()}", lambda: _tool_urls(request))
    guide, sheet = urls["guide"], urls["sheet"]
    links = {
        "guide_url": f"{guide}{product.slug}/" if guide and not product.is_candidate else "",
        "sheet_url": f"{sheet}{product.slug}/" if sheet else "",
    }
    return {"product": product, **links} if any(links.values()) else None


def _tool_urls(request) -> dict[str, str]:
    def url(model):
        page = model.objects.live().filter(locale__language_code=get_language()).first()
        return page.get_url(request) if page else ""

    return {"guide": url(RecognisePage), "sheet": url(SheetsPage)}
