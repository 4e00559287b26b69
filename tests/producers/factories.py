"""Factories of producers; see `tests.factories`."""

import factory
from factory.django import DjangoModelFactory
from stdnum.cn import uscc

from products.producers import models
from products.producers.enums import CertificateKind, ContactKind, Footing, Visibility
from tests.factories import DistrictFactory, GIProductFactory, SourceFactory


def credit_code(number: int) -> str:
    """A valid credit code of a company in Huizhou, different for each `number`."""
    stem = f"91441300MA{number:07d}"
    return stem + uscc.calc_check_digit(stem)


class ProducerFactory(DjangoModelFactory):
    """A company with a valid code; `reported` has only what a report says."""

    slug = factory.Sequence(lambda n: f"producer-{n}")
    legal_name_zh = factory.Sequence(lambda n: f"惠州市果香{n}农业有限公司")
    name_en = factory.Sequence(lambda n: f"Huizhou Guoxiang {n} Agriculture Co., Ltd.")
    credit_code = factory.Sequence(credit_code)
    district = factory.SubFactory(DistrictFactory)
    is_grower = True
    footing = Footing.STATED

    class Meta:
        model = models.Producer
        skip_postgeneration_save = True

    class Params:
        reported = factory.Trait(
            credit_code=None,
            footing=Footing.REPORTED,
            footing_source=factory.SubFactory(SourceFactory),
        )

    @factory.post_generation
    def products(self, create, products, **kwargs):
        if products:
            self.products = products
            self.save()


class PartFactory(DjangoModelFactory):
    producer = factory.SubFactory(ProducerFactory)

    class Meta:
        abstract = True


class ProducerClaimFactory(PartFactory):
    text_zh = "种植荔枝三百亩"
    text_en = "Grows 20 hectares of lychee"

    class Meta:
        model = models.ProducerClaim


class ContactFactory(PartFactory):
    kind = ContactKind.PHONE
    value = "0752-0000000"
    visibility = Visibility.PUBLIC

    class Meta:
        model = models.Contact


class CertificateFactory(PartFactory):
    kind = CertificateKind.HACCP
    number = "HACCP-1"

    class Meta:
        model = models.Certificate


class OfferFactory(PartFactory):
    product = factory.SubFactory(GIProductFactory, bare=True)
    form_zh = "鲜果"
    form_en = "Fresh fruit"
    pack_zh = "5千克装"
    pack_en = "5 kg box"

    class Meta:
        model = models.Offer
