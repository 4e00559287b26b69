from .indicators import Indicator, IndicatorValue
from .pages import ProgrammePage
from .records import DemonstrationArea, Milestone, Partner, ProgrammeDocument

__all__ = [
    "DemonstrationArea",
    "Indicator",
    "IndicatorValue",
    "Milestone",
    "Partner",
    "ProgrammeDocument",
    "ProgrammePage",
]
