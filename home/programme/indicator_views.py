"""The indicators with their values, their sources and how they are counted."""

from dataclasses import dataclass, field

from django.db.models import Prefetch
from django.utils import timezone

from home.programme.charts import Chart, chart_of
from home.programme.computed import Counted, Counts
from home.programme.models.indicators import Indicator, IndicatorValue
from products.catalogue.dossier import Noted, Notes


@dataclass(frozen=True)
class IndicatorView:
    """One indicator as the reader meets it: counted, or with its values in order of time."""

    indicator: Indicator
    counted: Counted | None = None
    values: list[Noted] = field(default_factory=list)
    chart: Chart | None = None

    @property
    def is_known(self) -> bool:
        """Whether there is any number."""
        return bool(self.values or (self.counted and self.counted.text))

    @property
    def latest(self) -> Noted | None:
        """The value of the latest period."""
        return self.values[-1] if self.values else None


def indicators(notes: Notes, **conditions) -> list[IndicatorView]:
    """The indicators that fit `conditions`; the number of queries does not grow with them."""
    values = IndicatorValue.objects.select_related("source", "second_source")
    rows = Indicator.objects.filter(**conditions).prefetch_related(
        Prefetch("values", values.order_by("period", "sort_order", "pk"))
    )
    counts = Counts()
    return [_view(indicator, counts, notes) for indicator in rows]


def _view(indicator: Indicator, counts: Counts, notes: Notes) -> IndicatorView:
    if indicator.is_computed:
        return IndicatorView(indicator, counts.of(indicator.computation))
    values = [Noted(value, notes.numbers(value.sources)) for value in indicator.values.all()]
    return IndicatorView(indicator, values=values, chart=chart_of(values, indicator.unit))


def context() -> dict:
    """What the page of indicators shows."""
    notes = Notes()
    return {"indicators": indicators(notes), "counted_at": timezone.now(), "notes": notes}
