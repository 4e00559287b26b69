"""Records of every kind, public ones and such as must never be given out."""

import datetime
from types import SimpleNamespace

import pytest

from products.producers.enums import Visibility
from products.registry.enums import EventKind
from tests.factories import (
    FigureFactory,
    GIProductFactory,
    ProtectionFactory,
    UserFactory,
)
from tests.producers.factories import (
    CertificateFactory,
    ContactFactory,
    OfferFactory,
    ProducerFactory,
)
from tests.registry.factories import (
    AuthorisationEventFactory,
    AuthorisationFactory,
    NoticeFactory,
)

SECRETS = ("0752-7654321", "li.ming@example.com", "李明", "wx-liming", "示例公司", "未核对公司")


@pytest.fixture
def records(db) -> SimpleNamespace:
    """Two products, a right, a producer with all its lists, entries in several states."""
    product, other = GIProductFactory(image=None), GIProductFactory(bare=True)
    people = {"entered_by": UserFactory(), "checked_by": UserFactory()}
    right = ProtectionFactory(product=product)
    FigureFactory(product=other, period=datetime.date(2021, 1, 1))
    producer = ProducerFactory(products=[product])
    OfferFactory(producer=producer, product=product)
    CertificateFactory(producer=producer)
    for kind, value, visibility in (
        ("phone", SECRETS[0], Visibility.PUBLIC),
        ("email", SECRETS[1], Visibility.PUBLIC),
        ("wechat", SECRETS[3], Visibility.BUYERS),
    ):
        ContactFactory(
            producer=producer, kind=kind, value=value, visibility=visibility, label_zh=SECRETS[2]
        )
    entry = AuthorisationFactory(
        protection=right, producer=producer, district=producer.district, **people
    )
    suspended = AuthorisationFactory(protection=right, **people)
    AuthorisationEventFactory(authorisation=suspended, **people)
    ended = AuthorisationFactory(protection=right, valid_until=datetime.date(2024, 1, 31), **people)
    ProducerFactory(legal_name_zh=SECRETS[4], name_en="Sample firm", is_sample=True)
    AuthorisationFactory(
        protection=right,
        name_as_printed=SECRETS[4],
        is_sample=True,
        **people,
        notice=NoticeFactory(number="示例公司公告", is_sample=True),
    )
    waiting = AuthorisationFactory(
        protection=right, name_as_printed=SECRETS[5], waiting=True,
        notice=NoticeFactory(number="未核对公司公告"),
    )  # fmt: skip
    AuthorisationEventFactory(authorisation=entry, kind=EventKind.CANCELLED, waiting=True)
    return SimpleNamespace(
        product=product,
        other=other,
        right=right,
        producer=producer,
        entry=entry,
        suspended=suspended,
        ended=ended,
        waiting=waiting,
    )
