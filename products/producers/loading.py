"""The list of producers and the producers that reports name, from `content/producers.yaml`."""

import hashlib
from pathlib import Path

from django.db import transaction
from wagtail.models import Locale, Page

from gi_site.core.localize import publish_translation
from products.catalogue.loading.schema import (
    Bilingual,
    ContentError,
    Line,
    Slug,
    Strict,
    read_yaml,
    validate,
)
from products.catalogue.loading.staff import changes_by_staff, was_deleted_by_staff
from products.catalogue.models import District, GIProduct, Source
from products.producers.enums import Footing, ProducerKind, Role
from products.producers.models import Producer, ProducerClaim, ProducerIndexPage

CONTENT_FILE = Path(__file__).resolve().parent / "content" / "producers.yaml"
LIST = {
    "zh": {
        "title": "生产者",
        "summary": "谁在种、谁在做惠州的地理标志产品，今天谁可以使用专用标志。",
    },
    "en": {
        "title": "Producers",
        "summary": "Who grows and makes Huizhou's GI products, and who may use a mark today.",
    },
}


class ClaimContent(Bilingual):
    """One statement of a report."""

    sources: list[Line]


class ProducerContent(Strict):
    """One entry of producers.yaml."""

    slug: Slug
    name: Bilingual
    kind: ProducerKind
    roles: list[Role]
    products: list[Slug]
    district: Slug
    town: Bilingual | None = None
    sources: list[Line]
    claims: list[ClaimContent] = []


def load_list(home: Page) -> ProducerIndexPage:
    """The list of producers below `home` (the Chinese home page), with its English twin."""
    page = ProducerIndexPage.objects.child_of(home).first()
    if page is None:
        page = ProducerIndexPage(slug="producers", show_in_menus=True, **LIST["zh"])
        home.add_child(instance=page)
        page.save_revision().publish()
        english = ProducerIndexPage(slug="producers", **LIST["en"])
        publish_translation(page, english, Locale.objects.get(language_code="en"))
    return page


def read_producers(path: Path = CONTENT_FILE) -> list[ProducerContent]:
    """The checked entries. Raises `ContentError` naming entry and field."""
    return [
        validate(ProducerContent, item, file=f"{path.name}[{index}]")
        for index, item in enumerate(read_yaml(path))
    ]


@transaction.atomic
def load_producers(path: Path = CONTENT_FILE) -> int:
    """Create or renew what the file says, bar what staff changed or deleted; how many were.

    A missing product, district or source is a `ContentError`.
    """
    loader = _Loader(path.name)
    return sum(loader.load(content) for content in read_producers(path))


class _Loader:
    def __init__(self, file_name: str):
        self.file_name = file_name
        self.sources = {source.key: source for source in Source.objects.all()}
        self.products = {product.slug: product for product in GIProduct.objects.all()}
        self.districts = {district.slug: district for district in District.objects.all()}

    def load(self, content: ProducerContent) -> bool:
        """Whether the producer was written."""
        checksum = hashlib.sha256(content.model_dump_json().encode()).hexdigest()
        producer = Producer.objects.filter(slug=content.slug).first()
        if producer is None:
            if was_deleted_by_staff(Producer, label__in=[content.name.zh, content.name.en]):
                return False
            producer = Producer(slug=content.slug)
        elif (
            producer.content_checksum == checksum
            or changes_by_staff(Producer, [producer.pk]).exists()
        ):
            return False
        self._fill(producer, content)
        producer.content_checksum = checksum
        producer.full_clean()
        producer.save()
        producer.save_revision()
        return True

    def _fill(self, producer: Producer, content: ProducerContent):
        producer.legal_name_zh, producer.name_en = content.name.zh, content.name.en
        producer.kind = content.kind
        for role in Role:
            setattr(producer, f"is_{role.value}", role in content.roles)
        producer.district = self._known(self.districts, content.district, content)
        if content.town:
            producer.town_zh, producer.town_en = content.town.zh, content.town.en
        producer.footing = Footing.REPORTED
        producer.footing_source = self._known(self.sources, content.sources[0], content)
        producer.products = [self._known(self.products, slug, content) for slug in content.products]
        producer.claims = [
            ProducerClaim(
                text_zh=claim.zh,
                text_en=claim.en,
                footing=Footing.REPORTED,
                footing_source=self._known(self.sources, claim.sources[0], content),
            )
            for claim in content.claims
        ]

    def _known(self, records: dict, key: str, content: ProducerContent):
        if key not in records:
            raise ContentError(f"{self.file_name}: {content.slug}: there is no “{key}”")
        return records[key]
