"""`{% contents %}…{% endcontents %}`: what stands between the tags, and its headings before it."""

import re

from django import template
from django.template.loader import render_to_string
from django.utils.html import strip_tags
from django.utils.safestring import mark_safe

register = template.Library()

# Fewer need no list.
LEAST = 4
HEADING = re.compile(r'<h2 id="([\w-]+)"[^>]*>(.*?)</h2>', re.DOTALL)


@register.simple_block_tag
def contents(content):
    """Puts links to the `<h2 id="…">` of `content` before it."""
    chapters = [(anchor, strip_tags(title).strip()) for anchor, title in HEADING.findall(content)]
    if len(chapters) < LEAST:
        return content
    links = render_to_string("components/contents.html", {"chapters": chapters})
    return mark_safe(links + content)
