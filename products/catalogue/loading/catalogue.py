"""Load the whole catalogue; an editor's change is never overwritten."""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from django.db import transaction
from wagtail.models import Page, PageLogEntry

from products.catalogue.models import GIProduct, ProductPage, Protection

from . import schema
from .pages import ProductPageLoader, load_finder
from .records import ProductRecordLoader, illustration_path, load_sources, load_terms
from .staff import changes_by_staff, was_deleted_by_staff


@dataclass
class Report:
    """What a load did, product slugs by outcome."""

    created: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    terms: int = 0
    sources: int = 0


def read_all(directory: Path = schema.CONTENT_DIR):
    """Sources and products, all checked. Raises `ContentError` listing every bad file."""
    sources = schema.read_sources(directory)
    products, problems = [], []
    for path in sorted((directory / "products").glob("*.yaml")):
        try:
            products.append((schema.read_product(path, set(sources)), _checksum(path)))
        except schema.ContentError as error:
            problems.append(str(error))
    if problems:
        raise schema.ContentError("\n".join(problems))
    return sources, sorted(products, key=lambda pair: pair[0].number)


@transaction.atomic
def load_catalogue(home: Page, directory: Path = schema.CONTENT_DIR) -> Report:
    """Bring the catalogue to the state of the content files, all or nothing.

    A product is written again only if its file has changed and no member of staff has touched
    it, its protections or its pages; one that staff deleted stays deleted.
    """
    sources, contents = read_all(directory)
    report = Report(terms=load_terms(directory), sources=load_sources(sources))
    finder = load_finder(home)
    records, pages = ProductRecordLoader(), ProductPageLoader(finder)
    known = {product.slug: product for product in GIProduct.objects.all()}
    for content, checksum in contents:
        product = known.get(content.slug)
        if product and product.content_checksum == checksum:
            report.unchanged.append(content.slug)
        elif touched_by_staff(content, product):
            report.kept.append(content.slug)
        else:
            (report.updated if product else report.created).append(content.slug)
            product = records.load(content)
            pages.load(content, product)
            GIProduct.objects.filter(pk=product.pk).update(content_checksum=checksum)
    return report


def touched_by_staff(content: schema.Product, product: GIProduct | None) -> bool:
    """Whether the audit log knows a change by a member of staff, deletion included."""
    if product is None:
        return was_deleted_by_staff(GIProduct, label__in=[content.name.zh, content.name.en])
    pages = ProductPage.objects.filter(product=product).values_list("pk", flat=True)
    return (
        changes_by_staff(GIProduct, [product.pk]).exists()
        or changes_by_staff(Protection, product.protections.values_list("pk", flat=True)).exists()
        or PageLogEntry.objects.filter(page_id__in=list(pages), user__isnull=False).exists()
    )


def _checksum(path: Path) -> str:
    """Of the content file and its illustration: either may be replaced."""
    digest = hashlib.sha256(path.read_bytes())
    illustration = illustration_path(path.stem)
    if illustration.exists():
        digest.update(illustration.read_bytes())
    return digest.hexdigest()
