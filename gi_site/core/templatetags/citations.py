"""How a record is cited, for templates."""

from django import template

from gi_site.core import citations

register = template.Library()


@register.simple_tag(takes_context=True)
def citation(context, title, address, day=None) -> str:
    """One line to copy; see `gi_site.core.citations`."""
    return citations.citation(context["request"], title, address, day or None)
