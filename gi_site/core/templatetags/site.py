"""What every page's frame needs: addresses in both languages, navigation, pictures, dates."""

from dataclasses import dataclass

from django import template
from django.urls import translate_url
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

register = template.Library()

# Names of the languages in themselves: a reader looks for the word of the own language.
LANGUAGE_NAMES = {"zh-hans": "中文", "en": "English"}
HTML_LANGUAGES = {"zh-hans": "zh-Hans", "en": "en"}
HOMES = {"zh-hans": "/", "en": "/en/"}
OG_LOCALES = {"zh-hans": "zh_CN", "en": "en_GB"}
DEFAULT_LANGUAGE = "zh-hans"

NAVIGATION = [
    ("products/", _("Products")),
    ("products/map/", _("Map")),
    ("products/calendar/", _("Seasons")),
    ("knowledge/", _("Knowledge")),
    ("search/", _("Search")),
]


@dataclass(frozen=True)
class Alternate:
    """This page in one language, or that language's home page if there is none."""

    code: str
    name: str
    path: str
    is_translation: bool
    is_current: bool

    @property
    def html_lang(self) -> str:
        return HTML_LANGUAGES[self.code]


def home_path(language: str | None = None) -> str:
    """Path of the home page in `language`, by default the reader's."""
    return HOMES.get(language or get_language(), HOMES[DEFAULT_LANGUAGE])


@register.simple_tag
def local_path(path: str = "") -> str:
    """`products/` as /products/ or /en/products/, by the reader's language."""
    return home_path() + path


@register.simple_tag(takes_context=True)
def navigation(context) -> list[dict]:
    """The main navigation; the longest address that fits is the current one."""
    here = getattr(context.get("request"), "path", "")
    items = [{"url": home_path() + path, "label": label} for path, label in NAVIGATION]
    fitting = [item["url"] for item in items if here.startswith(item["url"])]
    current = max(fitting, key=len, default=None)
    for item in items:
        item["is_current"] = item["url"] == current
        item["is_here"] = item["url"] == here
    return items


@register.simple_tag(takes_context=True)
def alternates(context) -> list[Alternate]:
    """Where this page is in each language: one query on a page, none elsewhere."""
    request, page = context.get("request"), context.get("page")
    if request is None:
        paths = {}
    elif getattr(page, "translation_key", None):
        paths = _page_paths(page, request)
    else:
        paths = {code: translate_url(request.path, code) for code in HOMES}
    return [
        Alternate(
            code=code,
            name=LANGUAGE_NAMES[code],
            path=paths.get(code, home),
            is_translation=code in paths,
            is_current=code == get_language(),
        )
        for code, home in HOMES.items()
    ]


def _page_paths(page, request) -> dict[str, str]:
    """Path by language of the live translations, with the same sub-address below each."""
    pages = page.get_translations(inclusive=True).live().select_related("locale")
    urls = {twin.locale.language_code: twin.get_url(request) for twin in pages}
    own = urls.get(get_language()) or page.get_url(request) or request.path
    below = request.path.removeprefix(own) if request.path.startswith(own) else ""
    return {code: url + below for code, url in urls.items() if url and code in HOMES}


@register.simple_tag(takes_context=True)
def absolute(context, path: str) -> str:
    """`path` with the site's own host."""
    request = context.get("request")
    return request.build_absolute_uri(path) if request else path


@register.simple_tag
def html_lang() -> str:
    """Value of the lang attribute for the reader's language."""
    return HTML_LANGUAGES.get(get_language(), "zh-Hans")


@register.simple_tag
def og_locale() -> str:
    """Language and country as Open Graph writes them."""
    return OG_LOCALES.get(get_language(), "zh_CN")
