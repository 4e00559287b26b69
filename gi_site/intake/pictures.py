"""Photographs of visitors: written anew from their points of colour.

What a camera adds - place, time, owner, thumbnail - says who somebody is and does not come along;
nor does anything else that may hide in a file.
"""

import io
import secrets
import threading

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from gi_site.core.storage import private_storage

from .uploads import Draft, clean_name

ACCEPT = ".jpg,.jpeg,.png,.webp"
FORMATS = ["JPEG", "PNG", "WEBP"]
MAX_BYTES = 10 * 1024 * 1024
# Larger ones are no photograph of a telephone: they are made to fill the memory. Of a large JPEG
# only a part is decoded; the other formats are decoded whole, four bytes a point.
MAX_PIXELS, MAX_PIXELS_DECODED_WHOLE = 60_000_000, 16_000_000
# One at a time in each process.
DECODING = threading.Semaphore(1)
# Small print on a pack stays readable.
MAX_SIDE, QUALITY = 2400, 85


def store_picture(upload: UploadedFile, folder: str) -> Draft:
    """Stores `upload` as a JPEG without metadata; raises `ValidationError` if it is no picture."""
    name = clean_name(upload.name)
    if upload.size > MAX_BYTES:
        raise ValidationError(_("“%(name)s” is larger than 10 MB."), params={"name": name})
    content = rewritten(upload)
    if content is None:
        raise ValidationError(
            _("“%(name)s” is no picture in JPG, PNG or WebP, or it is damaged."),
            params={"name": name},
        )
    path = f"{folder}/{timezone.now():%Y/%m}/{secrets.token_hex(16)}.jpg"
    return Draft(
        path=private_storage().save(path, ContentFile(content)),
        name=clean_name(upload.name, "jpg"),
        content_type="image/jpeg",
        size=len(content),
    )


def rewritten(upload) -> bytes | None:
    """The picture as JPEG, upright, with nothing but its colours; None if it is none."""
    upload.seek(0)
    try:
        with DECODING, Image.open(upload, formats=FORMATS) as image:
            most = MAX_PIXELS if image.format == "JPEG" else MAX_PIXELS_DECODED_WHOLE
            if image.width * image.height > most:
                return None
            image.draft("RGB", (MAX_SIDE, MAX_SIDE))  # decodes less of a large JPEG
            image.thumbnail((MAX_SIDE, MAX_SIDE))
            ImageOps.exif_transpose(image, in_place=True)
            colours = image.convert("RGBA")
            plain = Image.new("RGB", colours.size, "white")
            plain.paste(colours, mask=colours.getchannel("A"))
    except Exception:  # Pillow raises whatever its decoders meet
        return None
    out = io.BytesIO()
    plain.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()
