"""What every page's frame needs: addresses in both languages, navigation, pictures, dates."""

import json
from dataclasses import dataclass

from django import template
from django.core.serializers.json import DjangoJSONEncoder
from django.templatetags.static import static
from django.urls import translate_url
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from gi_site.core.images import MODERN_FORMATS, PRESETS, existing_renditions, preset_specs
from gi_site.core.languages import HTML_LANGUAGES
from gi_site.core.page_sections import render_sections
from gi_site.core.site_settings import site_settings

register = template.Library()

# Names of the languages in themselves: a reader looks for the word of the own language.
LANGUAGE_NAMES = {"zh-hans": "中文", "en": "English"}
HOMES = {"zh-hans": "/", "en": "/en/"}
OG_LOCALES = {"zh-hans": "zh_CN", "en": "en_GB"}
DEFAULT_LANGUAGE = "zh-hans"
EAGER, LAZY = 'fetchpriority="high"', 'loading="lazy" decoding="async"'

NAVIGATION = [
    ("products/", _("Products")),
    ("producers/", _("Producers")),
    ("registry/check/", _("Check a mark")),
    ("programme/", _("Programme")),
    ("stories/", _("Stories")),
    ("knowledge/", _("Knowledge")),
    ("protect/", _("Protect")),
    ("search/", _("Search")),
]
# Where an item also stands for what lies beside it.
AREAS = {"registry/check/": "registry/"}


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
    items = [
        {"url": home_path() + path, "label": label, "area": home_path() + AREAS.get(path, path)}
        for path, label in NAVIGATION
    ]
    fitting = [item["area"] for item in items if here.startswith(item["area"])]
    current = max(fitting, key=len, default=None)
    for item in items:
        item["is_current"] = item["area"] == current
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
def trail(context, page) -> list[dict]:
    """Title and address of the pages between the home page and `page`: one query."""
    above = page.get_ancestors().live().filter(depth__gt=2)
    request = context.get("request")
    return [{"title": each.title, "url": each.get_url(request)} for each in above]


@register.simple_tag
def children(page) -> list:
    """The live pages below `page`, in the editors' order."""
    return list(page.get_children().live().specific())


@register.simple_tag(takes_context=True, name="site_settings")
def site_settings_tag(context):
    """Who stands behind the site; no query once remembered."""
    return site_settings(context["request"])


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


@register.simple_tag
def picture_of(image, preset: str, alt: str | None = None, eager: bool = False, css: str = ""):
    """`image` as <picture> in AVIF, WebP and PNG or JPEG; without an image nothing.

    `preset` is a name of gi_site.core.images.PRESETS. `alt=""` where the same words stand beside
    it. `eager` for the one picture that opens the page. Until the worker has made the renditions
    there is an empty moon: originals are neither small nor public.
    """
    if not image:
        return ""
    alt = image.default_alt_text if alt is None else alt
    chosen = PRESETS[preset]
    specs = preset_specs(image, chosen)
    made = existing_renditions(image, [spec for group in specs.values() for spec in group])
    by_format = {
        name: [made[spec] for spec in group if spec in made] for name, group in specs.items()
    }
    sources = format_html_join(
        "",
        '<source type="{}" srcset="{}" sizes="{}">',
        (
            (mime, ", ".join(f"{r.url} {r.width}w" for r in by_format[name]), chosen.sizes)
            for name, mime in MODERN_FORMATS.items()
            if by_format[name]
        ),
    )
    shown = next((group[0] for group in reversed(by_format.values()) if group), None)
    if shown is None:
        return format_html(
            '<span class="{} plate--blank" {}></span>',
            css or preset,
            format_html('role="img" aria-label="{}"', alt) if alt else "",
        )
    return format_html(
        '<picture class="{}">{}<img src="{}" width="{}" height="{}" alt="{}" {}></picture>',
        css or preset,
        sources,
        shown.url,
        shown.width,
        shown.height,
        alt,
        mark_safe(EAGER if eager else LAZY),
    )


@register.simple_tag
def json_ld(data):
    """`data` as structured data for search engines; a data block, so the CSP lets it pass."""
    text = json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False)
    # The same three characters json_script() escapes: no text can close the script element.
    for char in "<>&":
        text = text.replace(char, f"\\u{ord(char):04X}")
    return mark_safe(f'<script type="application/ld+json">{text}</script>')


@register.simple_tag
def icon(name: str, label: str = "", css: str = ""):
    """A drawing of the sprite; `label` where no word beside it says the same."""
    return format_html(
        '<svg class="icon {}" {}><use href="{}#{}"/></svg>',
        css,
        format_html('role="img" aria-label="{}"', label)
        if label
        else mark_safe('aria-hidden="true"'),
        static("icons/sprite.svg"),
        name,
    )


@register.simple_tag(takes_context=True)
def page_sections(context, place: str, record):
    """What other apps add at `place` about `record`; see `gi_site.core.page_sections`."""
    return render_sections(place, record, context.get("request"))
