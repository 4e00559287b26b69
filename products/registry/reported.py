"""Mark users that reports name while no notice is known, from `content/reported.yaml`."""

from pathlib import Path

from django.db import transaction

from products.catalogue.enums import Scheme
from products.catalogue.loading.schema import (
    Bilingual,
    ContentError,
    Line,
    Slug,
    Strict,
    read_yaml,
    validate,
)
from products.catalogue.loading.staff import was_deleted_by_staff
from products.catalogue.models import GIProduct, Source
from products.producers.models import Producer
from products.registry.models import Authorisation

CONTENT_FILE = Path(__file__).resolve().parent / "content" / "reported.yaml"


class ReportedContent(Strict):
    """One entry of reported.yaml."""

    producer: Slug
    product: Slug
    scheme: Scheme
    source: Line
    note: Bilingual


@transaction.atomic
def load_reported(path: Path = CONTENT_FILE) -> int:
    """Create the entries that are missing; how many. Those that exist are left alone.

    An entry whose producer staff have deleted is passed over.
    """
    contents = [
        validate(ReportedContent, item, file=f"{path.name}[{index}]")
        for index, item in enumerate(read_yaml(path))
    ]
    return sum(_load(content, path.name) for content in contents)


def _load(content: ReportedContent, file_name: str) -> bool:
    producer = Producer.objects.filter(slug=content.producer).first()
    product = GIProduct.objects.filter(slug=content.product).first()
    if producer is None or product is None:
        return False
    if producer.authorisations.filter(product=product).exists() or was_deleted_by_staff(
        Authorisation, label__endswith=producer.legal_name_zh
    ):
        return False
    source = Source.objects.filter(key=content.source).first()
    if source is None:
        raise ContentError(f"{file_name}: {content.producer}: there is no “{content.source}”")
    entry = Authorisation(
        producer=producer,
        product=product,
        protection=product.protections.filter(scheme=content.scheme).first(),
        name_as_printed=producer.legal_name_zh,
        district=producer.district,
        source=source,
        note_zh=content.note.zh,
        note_en=content.note.en,
    )
    entry.full_clean()
    entry.save()
    return True
