"""Factories of reports; see `tests.factories`."""

import io
import uuid

import factory
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from factory.django import DjangoModelFactory
from PIL import Image

from gi_site.intake.contact import ContactChannel
from home.protect import models
from home.protect.enums import PlaceKind, Sign
from tests.factories import GIProductFactory


class ReportFactory(DjangoModelFactory):
    """A report by e-mail from a market, just received."""

    submission_key = factory.LazyFunction(uuid.uuid4)
    language = "en"
    product = factory.SubFactory(GIProductFactory, bare=True)
    place_kind = PlaceKind.MARKET
    place = "Stall 7"
    signs = factory.LazyFunction(lambda: [Sign.NO_CODE.value])
    message = "no code on it"
    reporter_name = "Ms Miller"
    contact_channel = ContactChannel.EMAIL
    contact = factory.Sequence(lambda n: f"reporter{n}@example.org")
    consented_at = factory.LazyFunction(timezone.now)

    class Meta:
        model = models.Report


def photo_of(report, name="stall.jpg") -> models.ReportPhoto:
    """A photograph of `report`."""
    return models.ReportPhoto.objects.create(
        report=report,
        file=ContentFile(b"x", name),
        name=name,
        content_type="image/jpeg",
        size=1,
    )


def picture(kind="JPEG", name="stall.jpg", size=(40, 30), *, exif=False) -> SimpleUploadedFile:
    """An uploaded picture; with `exif` it says where it was taken and stands on its side."""
    image, out = Image.new("RGB", size, "red"), io.BytesIO()
    options = {}
    if exif:
        data = Image.Exif()
        data[0x0112] = 6  # turned
        data[0x010F] = "SecretPhone"
        data.get_ifd(0x8825)[1] = "N"  # position
        options["exif"] = data
    image.save(out, kind, **options)
    return SimpleUploadedFile(name, out.getvalue())
