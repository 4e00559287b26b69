"""Photographs of visitors: written anew from their points of colour.

What a camera adds - place, time, owner, thumbnail - says who somebody is and does not come along;
nor does anything else that may hide in a file.
"""

import io
import secrets

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
# Larger ones are no photograph of a telephone: they are made to fill the memory.
MAX_PIXELS = 60_000_000
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
        with Image.open(upload, formats=FORMATS) as image:
            if image.width * image.height > MAX_PIXELS:
                return None
            image.draft("RGB", (MAX_SIDE, MAX_SIDE))  # decodes less of a large JPEG
            upright = ImageOps.exif_transpose(image)
            upright.thumbnail((MAX_SIDE, MAX_SIDE))
            colours = upright.convert("RGBA")
            plain = Image.new("RGB", colours.size, "white")
            plain.paste(colours, mask=colours.getchannel("A"))
    except Exception:  # Pillow raises whatever its decoders meet
        return None
    out = io.BytesIO()
    plain.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()
