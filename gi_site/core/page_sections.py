"""Sections that an app adds to the pages of an app below it, without being imported there.

add_section("product", "registry/product_section.html", lawful_users_section)   # in ready()
{% page_sections "product" product %}                                          # in the page
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.safestring import mark_safe


@dataclass(frozen=True)
class Section:
    """A template and what it shows of a record: `context(request, record)`, None for nothing."""

    template: str
    context: Callable


_sections: dict[str, list[Section]] = defaultdict(list)


def add_section(place: str, template: str, context: Callable):
    """Show `template` at `place`; sections stand in the order of INSTALLED_APPS."""
    _sections[place].append(Section(template, context))


def render_sections(place: str, record, request) -> str:
    """All sections of `place` for `record`, as HTML."""
    parts = []
    for section in _sections[place]:
        context = section.context(request, record)
        if context is not None:
            parts.append(render_to_string(section.template, context, request))
    return mark_safe("".join(parts))
