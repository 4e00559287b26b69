"""The library of product standards: what is recorded, one version, two versions compared."""

from dataclasses import dataclass

from django.http import Http404
from django.utils.translation import gettext as _

from gi_site.ops.memo import cached_until_published
from home.programme.comparison import compare_sections
from home.programme.links import product_url
from products.catalogue.dossier import Noted, Notes
from products.catalogue.models import GIProduct, ProtectionStandard, Specification


@dataclass(frozen=True)
class Shelf:
    """What the library holds of one product."""

    product: GIProduct
    url: str
    standards: list[Noted]
    versions: list[Noted]


def _versions():
    return Specification.objects.select_related(
        "protection__product", "source", "second_source", "file"
    ).order_by("protection__product__number", "protection_id", "in_force_from", "pk")


def has_standards() -> bool:
    """Whether the library holds anything; no query once remembered."""

    def read():
        return ProtectionStandard.objects.exists() or Specification.objects.exists()

    return cached_until_published("has-standards", read)


def library_context() -> dict:
    """Every standard and every version; products of which nothing is recorded come last."""
    notes = Notes()
    standards = ProtectionStandard.objects.select_related(
        "protection__product", "source", "second_source"
    ).order_by("protection__product__number", "number", "pk")
    standards, versions = list(standards), list(_versions())
    products = list(GIProduct.objects.listed())
    known = {row.protection.product_id: row.protection.product for row in [*standards, *versions]}
    shelves = [_shelf(product, standards, versions, notes) for product in known.values()]
    return {
        "shelves": sorted(shelves, key=lambda shelf: shelf.product.number),
        "without": [product for product in products if product.pk not in known],
        "versions": versions if len(versions) > 1 else [],
        "notes": notes,
    }


def _shelf(product, standards, versions, notes) -> Shelf:
    def noted(rows):
        return [
            Noted(row, notes.numbers(row.sources))
            for row in rows
            if row.protection.product_id == product.pk
        ]

    return Shelf(product, product_url(product), noted(standards), noted(versions))


def version_context(pk: int) -> dict:
    """One version by its sections. Raises `Http404` if there is none."""
    version = _versions().prefetch_related("sections").filter(pk=pk).first()
    if version is None:
        raise Http404
    others = _versions().filter(protection__product=version.protection.product).exclude(pk=pk)
    notes = Notes()
    product = version.protection.product
    return {
        "version": version,
        "product": product,
        "product_url": product_url(product),
        "source_notes": notes.numbers(version.sources),
        "others": others,
        "notes": notes,
    }


def comparison_context(request) -> dict:
    """Two versions side by side, or what is wrong with the question."""
    versions = list(_versions().prefetch_related("sections"))
    by_key = {str(version.pk): version for version in versions}
    asked = {name: request.GET.get(name, "") for name in ("a", "b")}
    a, b = (by_key.get(value) for value in asked.values())
    context = {
        "versions": versions,
        "a": a,
        "b": b,
        "problems": list(_problems(asked, a, b)),
        "clear_url": request.path,
    }
    if a and b and a != b:
        notes = Notes()
        context |= {
            "sections": compare_sections(_sections(a), _sections(b)),
            "source_notes": [notes.numbers(version.sources) for version in (a, b)],
            "notes": notes,
        }
    return context


def _problems(asked, a, b):
    for value, found in zip(asked.values(), (a, b), strict=True):
        if value and not found:
            shown = value if len(value) <= 40 else f"{value[:40]}…"
            yield _("There is no version “%(value)s”. Choose one from the list.") % {"value": shown}
    if a and a == b:
        yield _("You have chosen the same version twice. Choose two different ones.")
    if a and b and a.protection.product_id != b.protection.product_id:
        yield _("These are rules for two different products.")


def _sections(version: Specification) -> list[tuple[str, str]]:
    return [(section.heading, section.text) for section in version.sections.all()]
