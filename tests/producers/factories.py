"""Factories of producers; see `tests.factories`."""

import factory
from factory.django import DjangoModelFactory
from stdnum.cn import uscc
from wagtail.models import Locale

from products.producers import models
from products.producers.enums import CertificateKind, ContactKind, Footing, Visibility
from products.producers.loading import load_list
from tests.factories import (
    DistrictFactory,
    GIProductFactory,
    LivePageFactory,
    SourceFactory,
    site_tree,
)


def credit_code(number: int) -> str:
    """A valid credit code of a company in Huizhou, different for each `number`."""
    stem = f"91441300MA{number:07d}"
    return stem + uscc.calc_check_digit(stem)


def producer_list() -> models.ProducerIndexPage:
    """The list of producers, live in both languages; made on the first call."""
    page = load_list(site_tree().home)
    english = page.get_translation(Locale.objects.get(language_code="en"))
    if not english.live:  # translations go live on commit, which a test never reaches
        english.get_latest_revision().publish()
    return page


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


class ProducerPageFactory(LivePageFactory):
    """The story of a producer, with one passage."""

    parent = factory.LazyFunction(producer_list)
    producer = factory.SubFactory(ProducerFactory)
    title = factory.LazyAttribute(lambda page: page.producer.legal_name_zh)
    slug = factory.LazyAttribute(lambda page: page.producer.slug)

    class Meta:
        model = models.ProducerPage

    @factory.lazy_attribute
    def body(self):
        return [{"type": "story", "value": {"heading": "果园", "text": "<p>三代人种荔枝。</p>"}}]
