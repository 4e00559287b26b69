"""What happened when, who takes part, and the documents of the programme."""

import datetime
from dataclasses import dataclass

from django.utils import timezone

from home.programme.enums import DocumentKind
from home.programme.links import product_url
from home.programme.models.records import Milestone, Partner, ProgrammeDocument
from products.catalogue.dossier import Noted, Notes
from products.catalogue.enums import DatePrecision, ProtectionStatus
from products.catalogue.models import GIProduct, Protection

# What an announcement has brought into force and nothing has ended.
STANDING = (ProtectionStatus.IN_FORCE, ProtectionStatus.SUPERSEDED)


@dataclass(frozen=True)
class Moment:
    """One point of the timeline: recorded by staff, or derived from an announcement.

    `products` are pairs of name and address ("" without a page); `is_right` where a right was
    announced that has not ended.
    """

    on: datetime.date
    stated: tuple
    title: str
    text: str
    products: list[tuple[str, str]]
    footing: list
    is_derived: bool = False
    is_right: bool = False
    notes: tuple[int, ...] = ()


def moments(notes: Notes, limit: int | None = None) -> list[Moment]:
    """Milestones and announcements up to today, the latest first."""
    found = [*_recorded(), *_announced()]
    # Of one day the more exact date first, then by title, so that the order is always the same.
    found.sort(key=lambda each: each.title)
    found.sort(key=lambda each: each.on, reverse=True)
    return [
        Moment(**{**vars(moment), "notes": tuple(notes.numbers(moment.footing))})
        for moment in found[:limit]
    ]


def _recorded() -> list[Moment]:
    milestones = Milestone.objects.select_related("product", "source", "second_source")
    return [
        Moment(
            milestone.on,
            milestone.on_stated,
            milestone.title,
            milestone.text,
            [_linked(milestone.product)] if milestone.product else [],
            milestone.sources,
        )
        for milestone in milestones.filter(on__lte=timezone.localdate())
    ]


def _announced() -> list[Moment]:
    """One moment for each announcement with its number and full date, whatever it announced."""
    rights = (
        Protection.objects.select_related("product", "source", "second_source")
        .prefetch_related("successors__successors")
        .filter(announced__lte=timezone.localdate(), announced_precision=DatePrecision.DAY)
    )
    by_announcement = {}
    for right in rights.exclude(announcement_number="").order_by("product__number", "pk"):
        key = (right.announced, right.announcement_number)
        by_announcement.setdefault(key, []).append(right)
    return [
        Moment(
            day,
            rights[0].announced_stated,
            number,
            _told(rights),
            list(dict.fromkeys(_linked(right.product) for right in rights)),
            list(dict.fromkeys(source for right in rights for source in right.sources)),
            is_derived=True,
            is_right=any(right.status in STANDING for right in rights),
        )
        for (day, number), rights in by_announcement.items()
    ]


def _told(rights: list[Protection]) -> str:
    """What was announced and by whom, each once; of a single right that does not stand, how."""
    words = [str(right.get_scheme_display()) for right in rights]
    words += [right.authority for right in rights if right.authority]
    text = " · ".join(dict.fromkeys(words))
    if len(rights) > 1 or rights[0].status in STANDING:
        return text
    return "\n".join(filter(None, (f"{text} · {rights[0].status.label}", rights[0].note)))


def _linked(product: GIProduct) -> tuple[str, str]:
    return product.name, product_url(product)


def _by_kind(rows: list[Noted]) -> list[tuple[DocumentKind, list[Noted]]]:
    """The kinds of which there is a document, each with its rows."""
    kinds = [(kind, [row for row in rows if row.fact.kind == kind]) for kind in DocumentKind]
    return [(kind, found) for kind, found in kinds if found]


def context(locale) -> dict:
    """What the page of milestones shows."""
    notes = Notes()
    shown = moments(notes)
    documents = ProgrammeDocument.objects.select_related("source", "second_source", "file")
    rows = [Noted(document, notes.numbers(document.sources)) for document in documents]
    partners = Partner.objects.select_related("source", "second_source")
    return {
        "moments": shown,
        "documents": _by_kind(rows),
        "partners": [Noted(partner, notes.numbers(partner.sources)) for partner in partners],
        "notes": notes,
    }
