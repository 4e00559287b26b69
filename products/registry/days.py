"""The day for which the registry is asked."""

import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

# The first Chinese rules on marks of origin are younger.
FIRST_DAY = datetime.date(1990, 1, 1)


def read_day(text: str | None) -> tuple[datetime.date, str]:
    """The day `text` (2026-11-22) names, else today; and a note if it could not be used."""
    today = timezone.localdate()
    if not text:
        return today, ""
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        shown = text[:40].replace("\0", "")
        return today, _("“%(text)s” is not a day; today is shown.") % {"text": shown}
    if day > today:
        return today, _("What holds on a day to come is not known; today is shown.")
    if day < FIRST_DAY:
        return today, _("There was no registry on that day; today is shown.")
    return day, ""
