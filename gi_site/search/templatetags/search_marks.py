from django import template
from django.utils.html import format_html, format_html_join

from gi_site.search.marking import find_spans

register = template.Library()


@register.filter
def highlight(text, terms):
    """`text` escaped, with <mark> around what `terms` (`Found.terms`) found in it."""
    text, done, pieces = str(text or ""), 0, []
    for start, end in find_spans(text, terms or []):
        pieces += [text[done:start], format_html("<mark>{}</mark>", text[start:end])]
        done = end
    return format_html_join("", "{}", ([piece] for piece in [*pieces, text[done:]]))
