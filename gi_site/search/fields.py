"""Index fields that let Wagtail's own search find Chinese by any part, by pinyin and in English."""

from functools import cached_property

from wagtail.search import index

from .analyser import long_tokens, short_tokens


class TokenIndexed:
    """Mixin for indexed models: states its texts, is found by every part of them."""

    def search_titles(self) -> list[str]:
        """Short texts (names, titles, aliases) whose every part finds this object."""
        return []

    def search_bodies(self) -> list[str]:
        """Longer texts that find this object by their words."""
        return []

    # The index asks for each field several times; `forget_tokens` makes it ask anew.

    @cached_property
    def title_tokens(self) -> str:
        """The words of the short texts, as they were when the object was last indexed."""
        return " ".join(short_tokens(*self.search_titles()))

    @cached_property
    def body_tokens(self) -> str:
        """The words of the longer texts, as they were when the object was last indexed."""
        return " ".join(long_tokens(*self.search_bodies()))

    def forget_tokens(self):
        """Reads the texts anew at the next indexing."""
        for name in ("title_tokens", "body_tokens"):
            self.__dict__.pop(name, None)


def token_search_fields(*, body: bool = False) -> list[index.BaseField]:
    """Fields for a `TokenIndexed` model; with `body`, `search_bodies()` is indexed too."""
    fields = [
        index.SearchField("title_tokens", boost=3),
        index.AutocompleteField("title_tokens"),
    ]
    return [*fields, index.SearchField("body_tokens")] if body else fields
