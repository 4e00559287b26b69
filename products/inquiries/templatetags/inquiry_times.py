"""Spans of time in words."""

from django import template
from django.utils.translation import ngettext

register = template.Library()


@register.filter
def in_words(span) -> str:
    """A timedelta in hours below two days, else in days; "" for None."""
    if span is None:
        return ""
    hours = round(span.total_seconds() / 3600)
    if hours < 48:
        return ngettext("%(hours)d hour", "%(hours)d hours", hours) % {"hours": hours}
    days = round(hours / 24)
    return ngettext("%(days)d day", "%(days)d days", days) % {"days": days}
