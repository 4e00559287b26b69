"""Write the checked content files into the product pages, in both languages."""

import uuid

from wagtail.models import Locale, Page

from gi_site.core.localize import publish_translation
from products.catalogue import models
from products.catalogue.blocks import SectionKind

from . import schema

NAMESPACE = uuid.UUID("4f1a8d7e-4413-5000-8000-000000000000")
FINDER = {
    "zh": {
        "title": "惠州地理标志产品",
        "summary": "按类别、产地、保护方式和时令查找惠州的地理标志产品。",
    },
    "en": {
        "title": "GI products of Huizhou",
        "summary": "Find Huizhou's geographical-indication products by class, place, protection"
        " and season.",
    },
}


def load_finder(home: Page) -> models.ProductIndexPage:
    """The finder below `home` (the Chinese home page), with its English twin."""
    finder = models.ProductIndexPage.objects.child_of(home).first()
    if finder is None:
        finder = models.ProductIndexPage(slug="products", show_in_menus=True, **FINDER["zh"])
        home.add_child(instance=finder)
        finder.save_revision().publish()
        english = models.ProductIndexPage(slug="products", **FINDER["en"])
        publish_translation(finder, english, Locale.objects.get(language_code="en"))
    return finder


class ProductPageLoader:
    """Writes one product file into its Chinese and English pages."""

    def __init__(self, finder: models.ProductIndexPage):
        self.finder = finder
        self.english = Locale.objects.get(language_code="en")
        self.source_ids = dict(models.Source.objects.values_list("key", "pk"))

    def load(self, content: schema.Product, product: models.GIProduct) -> models.ProductPage:
        """The published Chinese page; its English translation is published beside it."""
        page = models.ProductPage.objects.filter(
            product=product, locale=self.finder.locale
        ).first() or models.ProductPage(product=product)
        self._fill(page, content, "zh")
        if page.pk is None:
            self.finder.add_child(instance=page)
        page.save_revision().publish()
        english = models.ProductPage(product=product)
        self._fill(english, content, "en")
        publish_translation(page, english, self.english)
        return page

    def _fill(self, page: models.ProductPage, content: schema.Product, language: str):
        page.slug = content.slug
        page.title = getattr(content.name, language)
        page.summary = getattr(content.reason, language)
        page.body = self._body(content, language)
        page.not_yet_known = "\n".join(getattr(text, language) for text in content.not_yet_known)

    def _body(self, content: schema.Product, language: str) -> list[dict]:
        """The StreamField; block ids depend on slug and place only, so both languages match."""
        sections = {kind: getattr(content.sections, kind, []) for kind in SectionKind.values}
        sections[SectionKind.DISAGREEMENTS] = content.disagreements
        return [
            {
                "type": "section",
                "id": self._id(content.slug, kind),
                "value": {
                    "kind": kind,
                    "passages": [
                        {
                            "type": "item",
                            "id": self._id(content.slug, kind, index),
                            "value": {
                                "kind": passage.kind,
                                "text": getattr(passage, language),
                                "confidence": passage.confidence,
                                "sources": [self.source_ids[key] for key in passage.sources],
                            },
                        }
                        for index, passage in enumerate(passages)
                    ],
                },
            }
            for kind, passages in sections.items()
            if passages
        ]

    @staticmethod
    def _id(*parts) -> str:
        return str(uuid.uuid5(NAMESPACE, "/".join(str(part) for part in parts)))
