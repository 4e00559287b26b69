"""Files of buyers and producers."""

from django.core.files.uploadedfile import UploadedFile

from gi_site.intake import uploads
from gi_site.intake.uploads import Draft

from .models import Answer, Attachment, Inquiry

FOLDER = "inquiries"
MAX_FILES = 4


def store(upload: UploadedFile) -> Draft:
    """Checks and stores `upload`; raises `ValidationError` if it is not allowed."""
    return uploads.store(upload, FOLDER)


def drafts_of(signed: list[str]) -> list[Draft]:
    """The drafts a form carries; forged and old ones, and those sent before, are left out."""
    return uploads.drafts_of(signed[:MAX_FILES], FOLDER, Attachment)


def purge_drafts() -> int:
    """Deletes files older than a day that were never sent; how many."""
    return uploads.purge_drafts(FOLDER, Attachment)


def attach(inquiry: Inquiry, drafts: list[Draft], answer: Answer | None = None):
    """Makes `drafts` files of `inquiry`, or of `answer` to it."""
    Attachment.objects.bulk_create(
        uploads.row_of(draft, Attachment, inquiry=inquiry, answer=answer) for draft in drafts
    )
