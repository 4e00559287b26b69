"""Invented notices and authorisations in every state, to try the site out."""

import datetime
from itertools import cycle
from random import Random

from django.utils import timezone

from products.producers.models import Producer
from products.registry.enums import EventKind, LawfulKind
from products.registry.models import Authorisation, AuthorisationEvent, Notice

YEAR = datetime.timedelta(days=365)
# What becomes of the samples, one after the other.
LIVES = (
    None,
    None,
    EventKind.SUSPENDED,
    None,
    EventKind.CANCELLED,
    EventKind.EXPIRED,
    EventKind.RESUMED,
    EventKind.SURRENDERED,
)


def make_authorisations(random: Random, producers: list[Producer]) -> list[Authorisation]:
    """One for each of `producers` whose product has a right."""
    today = timezone.localdate()
    notices = [_make_notice(number, today - number * YEAR) for number in (1, 2, 3)]
    entries = []
    for producer, life in zip(producers, cycle(LIVES), strict=False):
        product = producer.products.all()[0]
        right = product.protections.order_by("pk").first()
        if right is None:
            continue
        entry = Authorisation(
            producer=producer,
            product=product,
            protection=right,
            name_as_printed=producer.legal_name_zh,
            address_as_printed=f"惠州市{producer.district.name_zh}（示例地址）",
            credit_code_as_printed=producer.credit_code,
            district=producer.district,
            lawful_kind=random.choice(LawfulKind.values),
            notice=random.choice(notices),
            is_sample=True,
        )
        if life == EventKind.EXPIRED:
            entry.valid_until = today - datetime.timedelta(days=30)
        entry.full_clean()
        entry.save()
        _add_events(entry, life, today)
        entries.append(entry)
    return entries


def _make_notice(number: int, day: datetime.date) -> Notice:
    return Notice.objects.create(
        number=f"示例公告第{number}号",
        issued_on=day,
        authority_zh="示例机关",
        authority_en="Sample authority",
        title_zh="示例：核准使用地理标志专用标志的公告",
        title_en="Sample: notice of approved users of the GI special mark",
        is_sample=True,
    )


def _add_events(entry: Authorisation, life: EventKind | None, today: datetime.date):
    if life in (None, EventKind.EXPIRED):
        return
    kinds = [life] if life != EventKind.RESUMED else [EventKind.SUSPENDED, EventKind.RESUMED]
    for index, kind in enumerate(kinds):
        AuthorisationEvent.objects.create(
            authorisation=entry,
            kind=kind,
            on=today - datetime.timedelta(days=90 - 30 * index),
            reason_zh="示例原因",
            reason_en="sample reason",
        )


def remove_authorisations():
    """Delete the samples of the registry."""
    samples = Authorisation.objects.filter(is_sample=True)
    samples.filter(successor_of__isnull=False).delete()
    samples.delete()
    Notice.objects.filter(is_sample=True).delete()
