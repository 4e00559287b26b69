"""What stories add to the home page, the programme and the pages of products and producers."""

from django.utils.translation import get_language

from home.stories.lists import newest

ON_HOME = 3
ON_PROGRAMME = 4
BESIDE_A_RECORD = 3


def home_stories(request, page) -> dict | None:
    """The newest entries, for the home page in its language."""
    return _shown(newest(page.locale.language_code, ON_HOME))


def programme_stories(request, page) -> dict | None:
    """The newest entries, for the page of the programme."""
    return _shown(newest(get_language(), ON_PROGRAMME))


def stories_of_product(request, product) -> dict | None:
    """What tells of `product`; `query` leads to all of it if there is more."""
    entries = newest(get_language(), BESIDE_A_RECORD + 1, product=product)
    has_more = len(entries) > BESIDE_A_RECORD
    return _shown(entries[:BESIDE_A_RECORD], f"?product={product.slug}" if has_more else "")


def stories_of_producer(request, producer) -> dict | None:
    """What tells of `producer`."""
    return _shown(newest(get_language(), BESIDE_A_RECORD, producer=producer))


def _shown(entries, query: str = "") -> dict | None:
    return {"entries": entries, "query": query} if entries else None
