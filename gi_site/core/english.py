"""English pages hold English text: Chinese never goes live under /en/."""

import re

from django.core.exceptions import PermissionDenied
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

HAN = re.compile(r"[\u3400-\u9fff]")
LETTER = re.compile(r"[^\W\d_]")


class ChineseTextError(PermissionDenied):
    """An English page with Chinese text was to be published; the admin answers with a refusal."""


def is_chinese(text: str) -> bool:
    """Whether `text` is mainly Chinese; a name in brackets beside English does not make it so."""
    return 2 * len(HAN.findall(text)) > len(LETTER.findall(text))


def chinese_texts(page) -> list[str]:
    """The texts of an English page that are still Chinese; none for other pages."""
    if page.locale.language_code != "en":
        return []
    strings = (
        segment.string.render_text()
        for segment in extract_segments(page)
        if isinstance(segment, StringSegmentValue)
    )
    return [text for text in strings if is_chinese(text)]
