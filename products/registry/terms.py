"""The names of what the registry refers to, remembered until something is published."""

from dataclasses import dataclass

from django.utils.translation import get_language
from wagtail.models import Locale

from gi_site.ops.memo import cached_until_published
from gi_site.search.analyser import query_terms, short_tokens
from products.catalogue.models import District, GIProduct, ProductPage, Protection


@dataclass(frozen=True)
class ProductTerm:
    """A product as the registry needs it; `url` of its page in the reader's language, if any.

    `official` are its names of today without the other names, `tokens` the words of all of them.
    """

    pk: int
    slug: str
    name: str
    official: frozenset[str]
    tokens: frozenset[str]
    url: str


@dataclass(frozen=True)
class Terms:
    """Products and districts by slug in the reader's language; the scheme of each right."""

    products: dict[str, ProductTerm]
    districts: dict[str, tuple[int, str]]
    schemes: dict[int, str]

    def products_asked_for(self, text: str) -> list[ProductTerm]:
        """The products whose names have every word of `text`."""
        wanted = set(query_terms(text))
        return [term for term in self.products.values() if wanted and wanted <= term.tokens]


def registry_terms() -> Terms:
    """The terms in the reader's language."""
    return cached_until_published(f"registry-terms-{get_language()}", _read)


def _read() -> Terms:
    pages = ProductPage.objects.live().filter(locale=Locale.get_active())
    urls = {page.product_id: page.get_url() for page in pages.select_related("locale")}
    products = GIProduct.objects.prefetch_related("other_names").order_by("number", "pk")
    return Terms(
        products={
            product.slug: ProductTerm(
                product.pk,
                product.slug,
                product.name,
                frozenset(name.casefold() for name in (product.name_zh, product.name_en)),
                frozenset(
                    short_tokens(
                        product.name_zh,
                        product.name_en,
                        *(name.name for name in product.other_names.all()),
                    )
                ),
                urls.get(product.pk) or "",
            )
            for product in products
        },
        districts={term.slug: (term.pk, term.name) for term in District.objects.all()},
        schemes=dict(Protection.objects.values_list("pk", "scheme")),
    )
