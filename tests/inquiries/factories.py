"""Factories of inquiries; see `tests.factories`."""

import uuid

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from gi_site.intake.contact import ContactChannel
from products.inquiries import models
from tests.factories import GIProductFactory, ProtectionFactory
from tests.producers.factories import ContactFactory, ProducerFactory
from tests.registry.factories import AuthorisationFactory


class InquiryFactory(DjangoModelFactory):
    """An inquiry from Germany by e-mail with one line (`line__…`), just received."""

    submission_key = factory.LazyFunction(uuid.uuid4)
    language = "en"
    buyer_name = "Ms Miller"
    buyer_country = "DE"
    contact_channel = ContactChannel.EMAIL
    contact = factory.Sequence(lambda n: f"buyer{n}@example.org")
    consent_version = "1"
    consented_at = factory.LazyFunction(timezone.now)
    forward_consented_at = factory.LazyFunction(timezone.now)
    line = factory.RelatedFactory("tests.inquiries.factories.InquiryLineFactory", "inquiry")

    class Meta:
        model = models.Inquiry
        skip_postgeneration_save = True


class InquiryLineFactory(DjangoModelFactory):
    inquiry = factory.SubFactory(InquiryFactory, line=None)
    product = factory.SubFactory(GIProductFactory, bare=True)
    quantity = 500

    class Meta:
        model = models.InquiryLine


class RecipientFactory(DjangoModelFactory):
    """A producer that is proposed for an inquiry."""

    inquiry = factory.SubFactory(InquiryFactory)
    producer = factory.SubFactory(ProducerFactory)

    class Meta:
        model = models.Recipient


def lawful_user(*products, email: str = "farm@example.org", **fields):
    """A producer that may use the marks of `products` today; `email=""` for none."""
    producer = ProducerFactory(**fields)
    for product in products:
        authorise(producer, product)
    if email:
        ContactFactory(producer=producer, kind="email", value=email, visibility="staff")
    return producer


def authorise(producer, product, **fields):
    """An authorisation of `producer` that is in force unless `fields` say otherwise."""
    protection = ProtectionFactory(product=product)
    fields.setdefault("is_sample", producer.is_sample)
    return AuthorisationFactory(producer=producer, protection=protection, **fields)
