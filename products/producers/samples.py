"""Invented producers, to try the site out; each is marked as a sample."""

from random import Random

from stdnum.cn import uscc

from products.catalogue.models import District, GIProduct
from products.producers.enums import (
    CertificateKind,
    ContactKind,
    Language,
    Market,
    ProducerKind,
    Storage,
    Unit,
    Visibility,
)
from products.producers.models import Certificate, Contact, Offer, Producer, ProducerClaim

KINDS = {
    ProducerKind.COMPANY: ("农业有限公司", "Farm Co., Ltd."),
    ProducerKind.COOPERATIVE: ("专业合作社", "Cooperative"),
    ProducerKind.INDIVIDUAL: ("家庭农场", "Family Farm"),
}
# The ten heavenly stems serve as names that nobody can take for a real firm's.
NAMES = dict(
    zip(
        "甲乙丙丁戊己庚辛壬癸",
        ["Jia", "Yi", "Bing", "Ding", "Wu", "Ji", "Geng", "Xin", "Ren", "Gui"],
        strict=True,
    )
)


def sample_credit_code(number: int) -> str:
    """A code that passes the check but names no place of registration that exists."""
    stem = f"91000000MA{number:07d}"
    return stem + uscc.calc_check_digit(stem)


def make_producers(random: Random, count: int) -> list[Producer]:
    """`count` saved samples."""
    products = list(GIProduct.objects.listed().prefetch_related("districts"))
    zones = District.Kind.ZONE
    districts = list(District.objects.exclude(kind=zones))
    return [_make_producer(random, number, products, districts) for number in range(1, count + 1)]


def _make_producer(random, number, products, districts) -> Producer:
    (zh, en), kind = random.choice(list(NAMES.items())), random.choice(list(KINDS))
    product = random.choice(products)
    homes = [district for district in product.districts.all() if district in districts]
    producer = Producer(
        slug=f"sample-{number}",
        legal_name_zh=f"示例{zh}{number}号{KINDS[kind][0]}",
        name_en=f"Sample {en} {number} {KINDS[kind][1]}",
        credit_code=sample_credit_code(number),
        kind=kind,
        district=random.choice(homes or districts),
        is_grower=True,
        is_processor=random.random() < 0.5,
        is_packer=random.random() < 0.4,
        is_exporter=random.random() < 0.3,
        languages=sorted(random.sample(Language.values, 2)),
        welcomes_visits=random.random() < 0.4,
        is_sample=True,
    )
    if producer.is_exporter:
        producer.export_markets = random.sample(Market.values, 2)
    producer.products = [product]
    producer.claims = [
        ProducerClaim(text_zh="示例：种植面积约二十亩。", text_en="Sample: about 1.3 ha planted.")
    ]
    producer.contacts = [
        Contact(kind=ContactKind.PHONE, value="0752-0000000", visibility=Visibility.PUBLIC),
        Contact(
            kind=ContactKind.EMAIL,
            value=f"sample-{number}@example.org",
            visibility=Visibility.BUYERS,
        ),
    ]
    producer.certificates = [Certificate(kind=random.choice(CertificateKind.values))]
    producer.offers = [
        Offer(
            product=product,
            form_zh="示例包装",
            form_en="sample form",
            pack_zh="5千克一箱",
            pack_en="box of 5 kg",
            unit=Unit.KILOGRAM,
            minimum_order=random.choice([50, 100, 500]),
            monthly_capacity=random.choice([1000, 3000, 8000]),
            storage=random.choice(Storage.values),
            shelf_life_days=random.choice([7, 30, 180]),
        )
    ]
    producer.full_clean()
    producer.save()
    return producer
