"""Records carry a Chinese and an English column for the same text."""

from django.utils.translation import get_language


def localised(record, field: str) -> str:
    """`field` of `record` in the reader's language; the other language if that one is empty."""
    order = ("en", "zh") if get_language() == "en" else ("zh", "en")
    return next((text for code in order if (text := getattr(record, f"{field}_{code}"))), "")


class Localised:
    """Descriptor that reads `<name>_zh` or `<name>_en` by the reader's language.

    `name = Localised()` on a model with `name_zh` and `name_en`.
    """

    def __set_name__(self, owner, name):
        self.field = name

    def __get__(self, record, owner=None):
        return self if record is None else localised(record, self.field)
