"""Sitemaps of everything public: pages of the tree, and what stands below them by its record."""

from collections.abc import Callable, Iterable

from django.contrib.sitemaps import Sitemap

from gi_site.core.sitemaps import PageSitemap
from gi_site.core.templatetags.site import local_path
from home.open_data.datasets import DATASETS
from products.catalogue.models import GIProduct, ProductPage, Specification
from products.producers.models import Producer
from products.registry.models import Authorisation


class RecordSitemap(Sitemap):
    """The addresses that `read()` gives without a language, in every language."""

    i18n = alternates = True
    limit = 5_000  # addresses in one file

    def __init__(self, read: Callable[[], Iterable[str]]):
        self.read = read

    def items(self):
        return list(self.read())

    def location(self, item):
        return local_path(item)


def _tools() -> list[str]:
    programme = ("indicators", "ledger", "pipeline", "standards", "milestones")
    versions = Specification.objects.order_by("pk").values_list("pk", flat=True)
    return [
        "products/map/",
        "products/calendar/",
        "registry/check/",
        "registry/data/",
        *(f"programme/{name}/" for name in programme),
        *(f"programme/standards/{key}/" for key in versions),
        "protect/report/",
        "changes/",
        *(f"data/{dataset.name}/" for dataset in DATASETS),
    ]


def _guides() -> list[str]:
    slugs = GIProduct.objects.order_by("number", "slug")
    listed = slugs.listed().values_list("slug", flat=True)
    return [
        *(f"knowledge/recognise/{slug}/" for slug in listed),
        *(f"knowledge/sheets/{slug}/" for slug in slugs.values_list("slug", flat=True)),
    ]


def _trade_packs() -> Iterable[str]:
    pages = ProductPage.objects.live().public().filter(product__in=GIProduct.objects.listed())
    slugs = pages.order_by("product__slug").values_list("product__slug", flat=True).distinct()
    return (f"trade-packs/{slug}/" for slug in slugs)


def _producers() -> Iterable[str]:
    slugs = Producer.objects.filter(is_sample=False).order_by("slug")
    return (f"producers/{slug}/" for slug in slugs.values_list("slug", flat=True))


def _entries() -> Iterable[str]:
    entries = Authorisation.objects.public().real().order_by("pk")
    return (f"registry/{number}/" for number in entries.values_list("public_number", flat=True))


SITEMAPS = {
    "pages": PageSitemap,
    "tools": RecordSitemap(_tools),
    "guides": RecordSitemap(_guides),
    "trade-packs": RecordSitemap(_trade_packs),
    "producers": RecordSitemap(_producers),
    "registry": RecordSitemap(_entries),
}
