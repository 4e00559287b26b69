"""Everything a product page tells, in order, with numbered notes for its sources."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from products.catalogue.blocks import SectionKind
from products.catalogue.enums import Confidence, PassageKind, ProtectionStatus
from products.catalogue.models.places import District
from products.catalogue.models.products import GIProduct
from products.catalogue.models.protections import Protection
from products.catalogue.models.sources import Source
from products.catalogue.seasons import half_month

RELATED = 3


class Notes:
    """Numbers sources in the order in which the page first refers to them."""

    def __init__(self):
        self._numbers: dict[Source, int] = {}

    def numbers(self, sources: Iterable[Source]) -> list[int]:
        """The note numbers of `sources`."""
        return [
            self._numbers.setdefault(source, len(self._numbers) + 1)
            for source in sources
            if source is not None
        ]

    def __iter__(self):
        """Pairs of number and source."""
        return iter((number, source) for source, number in self._numbers.items())

    def __len__(self):
        return len(self._numbers)


@dataclass(frozen=True)
class Noted:
    """A fact of the record with the numbers of its notes."""

    fact: object
    notes: list[int]

    @property
    def is_weak(self) -> bool:
        """Whether the fact is marked as to be verified."""
        return self.fact.confidence == Confidence.LOW


@dataclass(frozen=True)
class Passage:
    """A paragraph of the page with the numbers of its notes."""

    kind: str
    text: str
    notes: list[int]
    is_weak: bool

    @property
    def kind_label(self) -> str:
        """What the passage is, unless it is plain fact."""
        return "" if self.kind == PassageKind.FACT else str(PassageKind(self.kind).label)


@dataclass(frozen=True)
class Section:
    """One section of the page."""

    kind: str
    title: str
    passages: list[Passage]


@dataclass(frozen=True)
class TimelineItem:
    """One protection with what a reader needs to judge it."""

    protection: Protection
    status: ProtectionStatus
    notes: list[int]
    standards: list[Noted] = field(default_factory=list)

    @property
    def meaning(self) -> str:
        """One plain sentence: what the status means."""
        match self.status:
            case ProtectionStatus.IN_FORCE:
                return _("Announced with number, date and authority, and not ended.")
            case ProtectionStatus.APPLIED:
                return _("An application is reported; a recognition is not.")
            case ProtectionStatus.SUPERSEDED:
                return _("A later protection has taken its place.")
            case ProtectionStatus.ENDED:
                return _("No longer holds.")
        missing = _(", ").join(self.protection.missing)
        return _("Reported, but not shown as in force. Missing: %(missing)s.") % {
            "missing": missing
        }


class Dossier:
    """The facts of `page.product` and the passages of `page` as the reader meets them."""

    def __init__(self, page):
        self.page = page
        self.product: GIProduct = page.product
        self.notes = Notes()
        self.today = half_month(timezone.localdate())
        # The order of these lines is the order of the notes on the page.
        self.names = self._noted(self.product.other_names, self.product.shown_names)
        self.seasons = self._noted(self.product.seasons)
        self.protections = self._timeline()
        self.area_notes = self.notes.numbers([self.product.area_source])
        self.sections = self._sections()
        self.quality = self._noted(self.product.quality_limits)
        self.figures = self._noted(self.product.figures)
        self.recognitions = self._noted(self.product.recognitions)

    def _noted(self, manager, facts=None) -> list[Noted]:
        facts = manager.select_related("source", "second_source") if facts is None else facts
        return [Noted(fact, self.notes.numbers(fact.sources)) for fact in facts]

    def _timeline(self) -> list[TimelineItem]:
        protections = (
            self.product.protections.select_related("source", "second_source", "product")
            .prefetch_related("successors", "standards__source", "standards__second_source")
            .in_order_of_events()
        )
        return [
            TimelineItem(
                protection,
                protection.status,
                self.notes.numbers(protection.sources),
                [
                    Noted(standard, self.notes.numbers(standard.sources))
                    for standard in protection.standards.all()
                ],
            )
            for protection in protections
        ]

    def _sections(self) -> dict[str, Section]:
        sections = {}
        for block in self.page.body:
            kind = block.value["kind"]
            passages = [
                Passage(
                    passage["kind"],
                    passage["text"],
                    self.notes.numbers(passage["sources"]),
                    passage["confidence"] == Confidence.LOW,
                )
                for passage in block.value["passages"]
            ]
            sections[kind] = Section(kind, SectionKind(kind).label, passages)
        return {kind: sections[kind] for kind in SectionKind if kind in sections}

    @property
    def season_windows(self) -> list:
        """The season windows themselves."""
        return [row.fact for row in self.seasons]

    @property
    def season_notes(self) -> list[int]:
        """Note numbers of all season windows, each once."""
        return sorted({number for row in self.seasons for number in row.notes})

    @cached_property
    def is_in_season(self) -> bool:
        """Whether it is to be had fresh or being made today."""
        return self.product.season.is_on(timezone.localdate())

    @cached_property
    def half_months_ahead(self) -> int | None:
        """Half-months until the next season; None if no season is known."""
        return self.product.season.half_months_until(timezone.localdate())

    @cached_property
    def next_season(self) -> int | None:
        """The half-month in which the next season begins."""
        ahead = self.half_months_ahead
        return None if ahead is None else (self.today - 1 + ahead) % 24 + 1

    @cached_property
    def is_protected(self) -> bool:
        """Whether a protection is in force today."""
        return any(item.status == ProtectionStatus.IN_FORCE for item in self.protections)

    @cached_property
    def unknown(self) -> list[str]:
        """What nobody knows yet: empty facts of the record, then the page's own list."""
        lacking = {
            _("protection record"): self.protections,
            _("protected area"): self.product.area,
            _("quality values"): self.quality,
            _("season"): self.seasons,
            _("dated figures"): self.figures,
            _("customs code (HS)"): self.product.hs_code,
        }
        own = [line.strip() for line in self.page.not_yet_known.splitlines() if line.strip()]
        if own:
            return own
        return [name for name, value in lacking.items() if not value]

    @cached_property
    def related(self) -> list[GIProduct]:
        """Up to three products of the same class or place."""
        districts = [district.pk for district in self.product.districts.all()]
        return list(
            GIProduct.objects.related_to(self.product, districts).for_listing(self.page.locale)[
                :RELATED
            ]
        )

    @cached_property
    def districts(self) -> list[District]:
        """The districts of the product."""
        return list(self.product.districts.all())
