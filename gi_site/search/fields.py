"""Index fields that let Wagtail's own search find Chinese by any part, by pinyin and in English."""

from wagtail.search import index


class TokenIndexed:
    """Mixin for indexed models: states its texts, is found by every part of them."""

    def search_titles(self) -> list[str]:
        """Short texts (names, titles, aliases) whose every part finds this object."""
        return []

    def search_bodies(self) -> list[str]:
        """Longer texts that find this object by their words."""
        return []


def token_search_fields(*, body: bool = False) -> list[index.BaseField]:
    """Fields for a `TokenIndexed` model; with `body`, `search_bodies()` is indexed too."""
    return []
