"""Everything a product page tells, in order, with numbered notes for its sources."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Prefetch, prefetch_related_objects
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


def load_facts(product: GIProduct):
    """Fetch every list of facts of `product`, each in one query."""
    footed = ("other_names", "seasons", "quality_limits", "figures", "recognitions")
    models = {name: getattr(GIProduct, name).rel.related_model for name in footed}
    protections = GIProduct.protections.rel.related_model.objects.in_order_of_events()
    prefetch_related_objects(
        [product],
        *(
            Prefetch(name, model.objects.select_related("source", "second_source"))
            for name, model in models.items()
        ),
        Prefetch("protections", protections.select_related("source", "second_source")),
        "protections__successors",
        "protections__standards__source",
        "protections__standards__second_source",
        "districts",
        "image__renditions",
    )


class Facts:
    """The facts of a product, noted in the order in which a page asks for them."""

    seasons: Sequence[Noted] = ()

    def __init__(self, product: GIProduct):
        load_facts(product)
        self.product = product
        self.notes = Notes()
        self.day = timezone.localdate()
        self.today = half_month(self.day)

    def noted(self, facts) -> list[Noted]:
        """Each fact with its notes."""
        return [Noted(fact, self.notes.numbers(fact.sources)) for fact in facts]

    def timeline(self) -> list[TimelineItem]:
        """The protections with their status today."""
        return [
            TimelineItem(
                protection,
                protection.status,
                self.notes.numbers(protection.sources),
                self.noted(protection.standards.all()),
            )
            for protection in self.product.protections.all()
        ]

    def prose(self, page, kinds: Iterable[SectionKind] = SectionKind) -> dict[str, Section]:
        """The sections of `kinds` that `page` has, by kind."""
        wanted, sections = set(kinds), {}
        for block in page.body:
            kind = block.value["kind"]
            if kind not in wanted:
                continue
            passages = [
                Passage(
                    passage["kind"],
                    passage["text"],
                    self.notes.numbers(passage["sources"]),
                    passage["confidence"] == Confidence.LOW,
                )
                for passage in block.value["passages"]
            ]
            sections[kind] = Section(kind, str(SectionKind(kind).label), passages)
        return {str(kind): sections[kind] for kind in SectionKind if kind in sections}

    @property
    def season_windows(self) -> list:
        """The season windows themselves."""
        return [row.fact for row in self.seasons]

    @property
    def season_notes(self) -> list[int]:
        """Note numbers of all season windows, each once."""
        return sorted({number for row in self.seasons for number in row.notes})


class Dossier(Facts):
    """The facts of `page.product` and the passages of `page` as the reader meets them."""

    def __init__(self, page):
        product, self._locale = page.product, page.locale
        super().__init__(product)
        # The order of these lines is the order of the notes on the page.
        self.names = self.noted(product.shown_names)
        self.seasons = self.noted(product.seasons.all())
        self.protections = self.timeline()
        self.area_notes = self.notes.numbers([product.area_source])
        self.sections = self.prose(page)
        self.quality = self.noted(product.quality_limits.all())
        self.figures = self.noted(product.figures.all())
        self.recognitions = self.noted(product.recognitions.all())
        self.districts: list[District] = list(product.districts.all())
        self.unknown = self._unknown(page)
        self.is_in_season = product.season.is_on(self.day)
        self.next_season = self._next_season()
        self.is_protected = any(
            item.status == ProtectionStatus.IN_FORCE for item in self.protections
        )

    def _next_season(self) -> int | None:
        """The half-month in which the next season begins; None if no season is known."""
        ahead = self.product.season.half_months_until(self.day)
        return None if ahead is None else (self.today - 1 + ahead) % 24 + 1

    def _unknown(self, page) -> list[str]:
        """What nobody knows yet: the page's own list, else the empty facts of the record."""
        own = [line.strip() for line in page.not_yet_known.splitlines() if line.strip()]
        lacking = {
            _("protection record"): self.protections,
            _("protected area"): self.product.area,
            _("quality values"): self.quality,
            _("season"): self.seasons,
            _("dated figures"): self.figures,
            _("customs code (HS)"): self.product.hs_code,
        }
        return own or [name for name, value in lacking.items() if not value]

    @cached_property
    def related(self) -> list[GIProduct]:
        """Up to three products of the same class or place."""
        districts = [district.pk for district in self.districts]
        related = GIProduct.objects.related_to(self.product, districts)
        return list(related.for_listing(self._locale)[:RELATED])
