"""What the public is told about reports of misuse: counted by year, small numbers protected."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db.models import Count, QuerySet
from django.db.models.functions import ExtractYear
from django.utils.translation import gettext as _

from home.protect.enums import Outcome
from products.catalogue.models import GIProduct

# A smaller group could be known by its seller.
LEAST = 3


@dataclass(frozen=True)
class Group:
    """One row: what is counted, and the number as it may be shown."""

    label: str
    shown: str


@dataclass(frozen=True)
class YearCounts:
    """The reports that were received in one year."""

    year: int
    received: str
    handled: str
    outcomes: list[Group]
    products: list[Group]


def public_counts(reports: QuerySet) -> list[YearCounts]:
    """The counts of `reports` for each year, the latest first: two queries."""
    rows = (
        reports.annotate(year=ExtractYear("received_at"))
        .order_by()
        .values_list("year", "outcome", "product_id")
        .annotate(number=Count("pk"))
    )
    by_year = defaultdict(list)
    for year, *row in rows:
        by_year[year].append(row)
    if not by_year:
        return []
    names = {product.pk: product.name for product in GIProduct.objects.all()}
    return [_counts(year, by_year[year], names) for year in sorted(by_year, reverse=True)]


def _counts(year, rows, names) -> YearCounts:
    outcomes, products = Counter(), Counter()
    for outcome, product, number in rows:
        products[names.get(product, _("Not on the list"))] += number
        if outcome:
            outcomes[Outcome(outcome).label] += number
    return YearCounts(
        year=year,
        received=protected(products.total()),
        handled=protected(outcomes.total()),
        outcomes=groups(outcomes),
        products=groups(products),
    )


def protected(number: int) -> str:
    """`number`, unless it is small enough to point at somebody; none at all is no secret."""
    return _("fewer than %d") % LEAST if 0 < number < LEAST else str(number)


def groups(counter: Counter) -> list[Group]:
    """The largest first. Where the sum would betray the small groups - there is one, or all are
    as small or as large as they can be - the next larger one is blurred with them.
    """
    rows = sorted(counter.items(), key=lambda row: (-row[1], str(row[0])))
    small = [number for _label, number in rows if number < LEAST]
    shown = [protected(number) for _label, number in rows]
    is_known = len(small) == 1 or sum(small) in (len(small), len(small) * (LEAST - 1))
    if small and is_known and len(rows) > len(small):
        shown[-len(small) - 1] = _("%d or more") % LEAST
    return [Group(str(label), words) for (label, _number), words in zip(rows, shown, strict=True)]
