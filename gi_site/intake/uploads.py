"""Files of visitors: checked by what they hold, stored where no address leads to.

A file is stored as soon as it arrives, so that a faulty form does not lose it; it lasts once a row
leads to it. What no row leads to is deleted after a day: `purge_drafts()`. `rows` is the model of
those rows, with a column `file`; its files lie in `folder` of the private storage.
"""

import datetime
import re
import secrets
import unicodedata
import zipfile
from dataclasses import asdict, dataclass
from pathlib import PurePath

from django.core import signing
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from PIL import Image

from gi_site.core.storage import private_storage

MAX_BYTES = 5 * 1024 * 1024
ACCEPT = ".pdf,.jpg,.jpeg,.png,.xlsx,.docx"
KEPT = datetime.timedelta(days=1)

OOXML = "application/vnd.openxmlformats-officedocument."
CONTENT_TYPES = {
    "pdf": "application/pdf",
    "jpg": "image/jpeg",
    "png": "image/png",
    "xlsx": f"{OOXML}spreadsheetml.sheet",
    "docx": f"{OOXML}wordprocessingml.document",
}
# The member of the archive that makes it what it says.
OOXML_PARTS = {"xl/workbook.xml": "xlsx", "word/document.xml": "docx"}
ACTIVE_PART = re.compile(r"vbaproject|activex|macrosheets|oleobject", re.IGNORECASE)
MAX_PARTS, MAX_UNPACKED = 2_000, 100 * 1024 * 1024
NOT_IN_NAMES = re.compile(r"[^\w\-. ()]+")
SALT = "intake.draft"


@dataclass(frozen=True)
class Draft:
    """A stored file that waits for its inquiry or answer."""

    path: str
    name: str
    content_type: str
    size: int

    @property
    def signed(self) -> str:
        """What the form carries of it; nobody can name a file that is not theirs."""
        return signing.dumps(asdict(self), salt=SALT, compress=True)


def kind_of(upload: UploadedFile) -> str:
    """`pdf`, `jpg`, `png`, `xlsx` or `docx` by content; raises `ValidationError` for all else."""
    if upload.size > MAX_BYTES:
        raise ValidationError(
            _("“%(name)s” is larger than 5 MB."), params={"name": clean_name(upload.name)}
        )
    upload.seek(0)
    head = upload.read(8)
    upload.seek(0)
    kind = None
    if head.startswith(b"%PDF-"):
        kind = "pdf"
    elif head.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        kind = _kind_of_image(upload)
    elif head.startswith(b"PK\x03\x04"):
        kind = _kind_of_archive(upload)
    upload.seek(0)
    if kind is None:
        raise ValidationError(
            _("“%(name)s” is no PDF, JPG, PNG, XLSX or DOCX file, or contains macros."),
            params={"name": clean_name(upload.name)},
        )
    return kind


def clean_name(name: str, kind: str = "") -> str:
    """A file name without path, control characters or tricks of writing direction."""
    stem = PurePath(unicodedata.normalize("NFKC", name or "").replace("\\", "/")).name
    if kind:
        stem = PurePath(stem).stem
    stem = NOT_IN_NAMES.sub("_", stem).strip(" ._")[:80] or "file"
    return f"{stem}.{kind}" if kind else stem


def store(upload: UploadedFile, folder: str) -> Draft:
    """Checks and stores `upload`; raises `ValidationError` if it is not allowed."""
    kind = kind_of(upload)
    path = f"{folder}/{timezone.now():%Y/%m}/{secrets.token_hex(16)}.{kind}"
    return Draft(
        path=private_storage().save(path, upload),
        name=clean_name(upload.name, kind),
        content_type=CONTENT_TYPES[kind],
        size=upload.size,
    )


def drafts_of(signed: list[str], folder: str, rows) -> list[Draft]:
    """The drafts a form carries; forged and old ones, and those sent before, are left out."""
    drafts = []
    for text in dict.fromkeys(signed):
        try:
            drafts.append(Draft(**signing.loads(text, salt=SALT, max_age=KEPT)))
        except signing.BadSignature:
            continue
    drafts = [draft for draft in drafts if draft.path.startswith(f"{folder}/")]
    used = rows.objects.filter(file__in=[draft.path for draft in drafts])
    used = set(used.values_list("file", flat=True)) if drafts else set()
    storage = private_storage()
    return [each for each in drafts if each.path not in used and storage.exists(each.path)]


def row_of(draft: Draft, rows, **fields):
    """An unsaved row of the model `rows` that leads to `draft`."""
    return rows(
        file=draft.path,
        name=draft.name,
        content_type=draft.content_type,
        size=draft.size,
        **fields,
    )


def download(row) -> FileResponse:
    """The file of `row` (.file .name .content_type): a download that no browser opens or keeps."""
    response = FileResponse(
        row.file.open("rb"),
        as_attachment=True,
        filename=row.name,
        content_type=row.content_type,
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def purge_drafts(folder: str, rows) -> int:
    """Deletes files older than a day to which no row leads; how many. Run it daily."""
    now = timezone.now()
    storage, deleted = private_storage(), 0
    # An hour more than a form may carry them.
    limit = now - KEPT - datetime.timedelta(hours=1)
    for month in _months(folder):
        _folders, names = storage.listdir(month)
        known = rows.objects.filter(file__startswith=f"{month}/")
        known = set(known.values_list("file", flat=True))
        for path in (f"{month}/{name}" for name in names):
            if path not in known and storage.get_modified_time(path) < limit:
                storage.delete(path)
                deleted += 1
    return deleted


def _months(folder: str) -> list[str]:
    """The folders of `folder` that hold files, one for each month."""
    storage = private_storage()
    try:
        years, _names = storage.listdir(folder)
    except FileNotFoundError:
        return []
    years = [f"{folder}/{year}" for year in years]
    return [f"{year}/{month}" for year in years for month in storage.listdir(year)[0]]


def _kind_of_image(upload) -> str | None:
    try:
        with Image.open(upload, formats=["JPEG", "PNG"]) as image:
            image.verify()
            return {"JPEG": "jpg", "PNG": "png"}[image.format]
    except Exception:  # Pillow raises whatever its decoders meet
        return None


def _kind_of_archive(upload) -> str | None:
    try:
        with zipfile.ZipFile(upload) as archive:
            parts = archive.infolist()
            if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
                return None
            names = {part.filename for part in parts}
            if any(ACTIVE_PART.search(name) for name in names):
                return None
            if b"macroEnabled" in archive.read("[Content_Types].xml"):
                return None
    except Exception:  # broken archives fail in many ways
        return None
    return next((kind for part, kind in OOXML_PARTS.items() if part in names), None)
