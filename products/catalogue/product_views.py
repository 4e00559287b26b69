"""What a product page shows beside its text."""

import uuid

from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gi_site.core.images import PRESETS, existing_renditions
from gi_site.core.languages import HTML_LANGUAGES
from gi_site.core.site_settings import site_settings
from gi_site.ops.page_cache import current_generation
from products.catalogue.dossier import Dossier
from products.catalogue.maps import build_map


def product_context(request, page) -> dict:
    """What the template shows; all of it lazy, since the rendered article is remembered."""
    dossier = SimpleLazyObject(lambda: Dossier(page))
    picture = SimpleLazyObject(lambda: _wide_picture(dossier.product.image))
    finder_url = page.get_url(request).removesuffix(f"{page.slug}/")
    return {
        "edition": _edition(request, page),
        "dossier": dossier,
        "map": SimpleLazyObject(lambda: build_map([dossier.product], finder_url)),
        "map_review_number": site_settings(request).map_review_number,
        "trail_items": [{"title": _("Products"), "url": finder_url}],
        "other_language_name": _other_name(page.product),
        "wide_picture": picture,
        "structured_data": lambda: _structured_data(request, page, dossier, picture),
    }


def _edition(request, page) -> str:
    """Under what the rendered article is remembered: until something is published, for a day.

    A draft in preview is an edition of its own.
    """
    if getattr(request, "is_preview", False):
        return uuid.uuid4().hex
    host = f"{request.scheme}://{request.get_host()}"
    day = timezone.localdate()
    return f"{current_generation()} {page.pk} {get_language()} {day} {host}"


def _other_name(product) -> dict[str, str]:
    if get_language() == "en":
        return {"lang": "zh", "name": product.name_zh}
    return {"lang": "en", "name": product.name_en}


def _wide_picture(image):
    """The rendition for shared links; None while it is not made."""
    if image is None:
        return None
    spec = PRESETS["wide"].specs("webp")[-1]
    return existing_renditions(image, [spec]).get(spec)


def _structured_data(request, page, dossier, picture) -> dict:
    """schema.org: a page about a thing with names, place and picture; no offers, no ratings."""
    product = dossier.product
    names = [product.name_zh, product.name_en, *(name.fact.name for name in dossier.names)]
    about = {
        "@type": "Thing",
        "name": product.name,
        "alternateName": [name for name in names if name != product.name],
        "description": page.summary,
    }
    data = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "@id": request.build_absolute_uri(page.get_url(request)),
        "name": page.title,
        "description": page.meta_description,
        "inLanguage": HTML_LANGUAGES[get_language()],
        "dateModified": page.last_published_at and page.last_published_at.isoformat(),
        "about": about,
        "contentLocation": [
            {"@type": "AdministrativeArea", "name": district.name} for district in dossier.districts
        ],
        "citation": [source.title for _number, source in dossier.notes],
    }
    if picture:
        data["image"] = about["image"] = request.build_absolute_uri(picture.url)
    return data
