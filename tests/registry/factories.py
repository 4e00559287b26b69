"""Factories of the registry; see `tests.factories`."""

import datetime

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from products.registry import models
from products.registry.enums import EventKind, LawfulKind
from tests.factories import ProtectionFactory, SourceFactory, UserFactory
from tests.producers.factories import credit_code


class NoticeFactory(DjangoModelFactory):
    number = factory.Sequence(lambda n: f"国家知识产权局公告第{400 + n}号")
    issued_on = datetime.date(2022, 3, 1)
    authority_zh = "国家知识产权局"
    authority_en = "CNIPA"

    class Meta:
        model = models.Notice


class TwoPeopleFactory(DjangoModelFactory):
    """Entered by one person and confirmed by another; `waiting` waits for the second."""

    entered_by = factory.SubFactory(UserFactory)
    checked_by = factory.SubFactory(UserFactory)
    checked_at = factory.LazyFunction(timezone.now)

    class Meta:
        abstract = True

    class Params:
        waiting = factory.Trait(checked_by=None, checked_at=None)
        by_the_site = factory.Trait(entered_by=None, checked_by=None, checked_at=None)


class AuthorisationFactory(TwoPeopleFactory):
    """In force since 1 March 2022; `reported` is only named by a report."""

    protection = factory.SubFactory(ProtectionFactory)
    product = factory.LazyAttribute(lambda entry: entry.protection.product)
    name_as_printed = factory.Sequence(lambda n: f"惠州市果香{n}农业有限公司")
    address_as_printed = "惠州市惠阳区镇隆镇"
    credit_code_as_printed = factory.Sequence(credit_code)
    lawful_kind = LawfulKind.APPROVED_PRODUCER
    notice = factory.SubFactory(NoticeFactory)

    class Meta:
        model = models.Authorisation

    class Params:
        reported = factory.Trait(
            notice=None,
            source=factory.SubFactory(SourceFactory),
            credit_code_as_printed="",
            entered_by=None,
            checked_by=None,
            checked_at=None,
        )


class AuthorisationEventFactory(TwoPeopleFactory):
    authorisation = factory.SubFactory(AuthorisationFactory)
    kind = EventKind.SUSPENDED
    on = datetime.date(2023, 6, 1)

    class Meta:
        model = models.AuthorisationEvent
