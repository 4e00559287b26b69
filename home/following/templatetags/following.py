"""How the words of a change are marked."""

import re

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language

register = template.Library()

# Chinese, with the figures and signs inside it.
CHINESE = re.compile(r"([\u3400-\u9fff][\u3000-\u303f\u3400-\u9fff\uff00-\uffef0-9]*)")


@register.filter
def chinese_marked(text: str):
    """`text` with its Chinese marked as such, where the page is not Chinese."""
    if get_language() != "en":
        return text
    parts = (
        format_html('<span lang="zh-Hans">{}</span>', part) if place % 2 else part
        for place, part in enumerate(CHINESE.split(text))
    )
    return format_html_join("", "{}", ((part,) for part in parts))
