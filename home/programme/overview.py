"""The first page of the programme: what it is and does, and how far it has come."""

from dataclasses import dataclass

from django.utils import timezone

from home.programme.charts import ring
from home.programme.enums import ValueKind
from home.programme.indicator_views import IndicatorView, indicators
from home.programme.milestone_views import moments
from home.programme.pipeline import Pipeline
from products.catalogue.dossier import Noted, Notes

LATEST = 4
# The indicator of the plan that the ring shows.
GOAL = "gi-products"


@dataclass(frozen=True)
class Goal:
    """A baseline and a target of whole numbers as a ring of stitches, one for each product."""

    view: IndicatorView
    baseline: Noted
    target: Noted

    @property
    def ring(self) -> list[dict]:
        """The stitches: those of the baseline are filled."""
        return ring(int(self.baseline.fact.value), int(self.target.fact.value))


def context(page) -> dict:
    """What the first page shows."""
    notes = Notes()
    works = [
        (block.value, notes.numbers([block.value["source"]]))
        for block in page.body
        if block.block_type == "work"
    ]
    views = indicators(notes, is_headline=True)
    # Only its numbers are shown: its sources stand on its own page.
    pipeline = Pipeline(page.locale, Notes())
    return {
        "works": works,
        "goal": _goal(views),
        "headlines": [view for view in views if view.indicator.key != GOAL],
        "pipeline": pipeline,
        "moments": moments(notes, limit=LATEST),
        "counted_at": timezone.now(),
        "notes": notes,
    }


def _goal(views: list[IndicatorView]) -> Goal | None:
    """The goal of the plan, if its two values are recorded."""
    for view in views:
        values = {row.fact.kind: row for row in view.values}
        if view.indicator.key == GOAL and {ValueKind.BASELINE, ValueKind.TARGET} <= set(values):
            return Goal(view, values[ValueKind.BASELINE], values[ValueKind.TARGET])
    return None
