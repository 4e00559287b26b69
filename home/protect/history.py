"""Writing the history of a report; all who change one call this in the same transaction."""

from .enums import Actor, EventKind
from .models import Report, ReportEvent


def record(
    report: Report, kind: EventKind, actor: Actor, *, user=None, text: str = ""
) -> ReportEvent:
    """Adds a step to the history of `report`."""
    return ReportEvent.objects.create(report=report, kind=kind, actor=actor, user=user, text=text)
