"""What the columns of the catalogue's lists say."""

from collections import Counter

from gi_site.core.plain import partial_day
from products.catalogue.enums import ProtectionStatus


def choice(field):
    """The chosen value of `field` in words."""
    return lambda record: getattr(record, f"get_{field}_display")()


def protection_status(product):
    """How many protections of `product` have which status: In force, To be verified × 2."""
    counts = Counter(protection.status for protection in product.protections.all())
    parts = [
        f"{status.label} × {counts[status]}" if counts[status] > 1 else str(status.label)
        for status in ProtectionStatus
        if counts[status]
    ]
    return ", ".join(parts) or "—"


def stated(field):
    """A partial date in ISO form, only as exact as its source: 2018, 2018-03 or 2018-03-07."""

    def text(record):
        date = getattr(record, field)
        return partial_day(date, getattr(record, f"{field}_precision")) if date else "—"

    return text
