"""“Record of changes” on the pages of products, producers and entries of the registry."""

from home.following.models import PublicChange
from home.following.reading import baseline, read

SHOWN = 3


def changes_of_product(request, product) -> dict:
    """The last changes of a product, its rights and its mark users. One query."""
    return _section(PublicChange.objects.of_product(product.slug), "product", product.slug)


def changes_of_producer(request, producer) -> dict | None:
    """The last changes of the authorisations of a producer; nothing for an invented one."""
    if producer.is_sample:
        return None
    path = f"producers/{producer.slug}"
    return _section(
        PublicChange.objects.of_producer(producer.slug), "producer", producer.slug, path
    )


def changes_of_entry(request, view) -> dict | None:
    """The last changes of one entry; nothing for an invented one."""
    if view.entry.is_sample:
        return None
    number = view.entry.public_number
    return _section(PublicChange.objects.of_entry(number), "entry", number, f"entries/{number}")


def _section(changes, name, value, feed="") -> dict:
    newest = list(read(changes.newest_first().for_reading()[: SHOWN + 1]))
    return {
        "changes": newest[:SHOWN],
        "has_more": len(newest) > SHOWN,
        "query": f"?{name}={value}",
        "feed": f"{feed or value}/",
        "baseline": baseline(),
    }
