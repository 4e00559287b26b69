"""Photographs of reporters."""

from gi_site.intake import uploads
from gi_site.intake.pictures import store_picture
from gi_site.intake.uploads import Draft

from .models import Report, ReportPhoto

FOLDER = "reports"
MAX_PHOTOS = 4


def store(upload) -> Draft:
    """Stores the picture without its metadata; raises `ValidationError` if it is none."""
    return store_picture(upload, FOLDER)


def drafts_of(signed: list[str]) -> list[Draft]:
    """The drafts a form carries; forged and old ones, and those sent before, are left out."""
    return uploads.drafts_of(signed[:MAX_PHOTOS], FOLDER, ReportPhoto)


def purge_drafts() -> int:
    """Deletes pictures older than a day that were never sent; how many."""
    return uploads.purge_drafts(FOLDER, ReportPhoto)


def attach(report: Report, drafts: list[Draft]):
    """Makes `drafts` photographs of `report`."""
    ReportPhoto.objects.bulk_create(
        uploads.row_of(draft, ReportPhoto, report=report) for draft in drafts
    )
