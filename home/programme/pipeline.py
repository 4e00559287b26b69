"""How far each product has come: derived from its rights and authorisations, never stored."""

import datetime
from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext as _

from gi_site.core.templatetags.formats import announcement_words
from home.programme.enums import Footing, Stage
from home.programme.models.records import DemonstrationArea
from products.catalogue.dossier import Noted, Notes
from products.catalogue.enums import ProtectionStatus
from products.catalogue.models import GIProduct, Recognition, Source
from products.registry.enums import Status
from products.registry.models import Authorisation

PLAN = "PLAN"
# Titles of this word are demonstration areas or villages.
DEMONSTRATION = "示范"


@dataclass(frozen=True)
class Step:
    """One stage of one product: how well it is known, when, and on which notes it rests.

    `words` say what is known; `list_path` is a list of the proofs below the home page.
    """

    stage: Stage
    footing: Footing
    words: str = ""
    stated: tuple | None = None
    notes: list[int] = field(default_factory=list)
    list_path: str = ""

    @property
    def label(self) -> str:
        """What its seal says."""
        if self.stage == Stage.ANNOUNCED and self.footing == Footing.PROVEN:
            return _("Announcement on record")
        return str(self.footing.label)

    @property
    def seal(self) -> str:
        """The look of its seal."""
        return "in_force" if self.footing == Footing.PROVEN else "unverified"


@dataclass(frozen=True)
class Way:
    """A product with its four steps."""

    product: GIProduct
    steps: list[Step]

    @property
    def furthest(self) -> Step:
        """The last step that is proven or at least reported; every product is named somewhere."""
        return [step for step in self.steps if step.footing != Footing.OPEN][-1]


class Pipeline:
    """All products on their way, today."""

    def __init__(self, locale, notes: Notes):
        self.notes = notes
        self.day: datetime.date = timezone.localdate()
        self.plan = Source.objects.filter(key=PLAN).first()
        self.users = self._users()
        products = GIProduct.objects.for_listing(locale).prefetch_related(
            "protections__source",
            "protections__second_source",
            "protections__successors__successors",
        )
        self.ways = [Way(product, self._steps(product)) for product in products]

    def _users(self) -> dict[int, dict[str, int]]:
        """Number of real entries by product and status."""
        entries = Authorisation.objects.public().real().with_status(self.day)
        rows = entries.order_by().values_list("product_id", "status_known")
        users = defaultdict(dict)
        for product, status, amount in rows.annotate(amount=Count("pk")):
            users[product][status] = amount
        return users

    def _steps(self, product: GIProduct) -> list[Step]:
        return [
            self._named(product),
            self._applied(product),
            self._announced(product),
            self._in_use(product),
        ]

    def _named(self, product) -> Step:
        if product.is_candidate:
            rights = list(product.protections.all())
            notes = self.notes.numbers(rights[0].sources if rights else [])
        else:
            notes = self.notes.numbers([self.plan])
        footing = Footing.REPORTED if product.is_candidate else Footing.PROVEN
        return Step(Stage.NAMED, footing, product.get_state_display(), notes=notes)

    def _applied(self, product) -> Step:
        rights = list(product.protections.all())
        dated = sorted((right for right in rights if right.applied), key=lambda each: each.applied)
        for right in [*dated, *(each for each in rights if each.is_application_only)]:
            stated = right.applied_stated
            words = right.get_scheme_display()
            return Step(
                Stage.APPLIED,
                Footing.PROVEN if stated else Footing.REPORTED,
                words,
                stated,
                self.notes.numbers(right.sources),
            )
        return Step(Stage.APPLIED, Footing.OPEN)

    def _announced(self, product) -> Step:
        rights = [(right, right.status_on(self.day)) for right in product.protections.all()]
        for status, footing in (
            (ProtectionStatus.IN_FORCE, Footing.PROVEN),
            (ProtectionStatus.UNVERIFIED, Footing.REPORTED),
        ):
            fitting = [right for right, found in rights if found == status]
            # A dated one tells more.
            for right in sorted(fitting, key=lambda each: each.announced is None):
                number = announcement_words(right.announcement_number)
                return Step(
                    Stage.ANNOUNCED,
                    footing,
                    " · ".join(filter(None, (right.get_scheme_display(), number))),
                    right.announced_stated,
                    self.notes.numbers(right.sources),
                )
        return Step(Stage.ANNOUNCED, Footing.OPEN)

    def _in_use(self, product) -> Step:
        users = self.users[product.pk]
        for status, footing, words in (
            (Status.IN_FORCE, Footing.PROVEN, _("Entries in force: %(count)s")),
            (Status.REPORTED, Footing.REPORTED, _("Users named by reports: %(count)s")),
        ):
            if count := users.get(status):
                return Step(
                    Stage.IN_USE,
                    footing,
                    words % {"count": count},
                    list_path=f"registry/?product={product.slug}&status={status}",
                )
        return Step(Stage.IN_USE, Footing.OPEN)

    @property
    def plan_notes(self) -> list[int]:
        """The note of the city's plan."""
        return self.notes.numbers([self.plan])

    def reached(self) -> list[dict]:
        """For each stage: how many products have proof of it, and of how many it is reported."""
        return [
            {
                "stage": stage,
                "proven": self._count(stage, Footing.PROVEN),
                "reported": self._count(stage, Footing.REPORTED),
            }
            for stage in Stage
        ]

    def _count(self, stage: Stage, footing: Footing) -> int:
        steps = (step for way in self.ways for step in way.steps if step.stage == stage)
        return sum(step.footing == footing for step in steps)


def demonstration_areas(notes: Notes) -> tuple[list[Noted], list[Noted]]:
    """Areas conferred on places, and titles of products that are demonstration areas."""
    areas = DemonstrationArea.objects.select_related(
        "product", "district", "source", "second_source"
    )
    titles = Recognition.objects.filter(title_zh__contains=DEMONSTRATION).select_related(
        "product", "source", "second_source"
    )
    titles = titles.order_by("product__number", "sort_order", "pk")
    return (
        [Noted(area, notes.numbers(area.sources)) for area in areas],
        [Noted(title, notes.numbers(title.sources)) for title in titles],
    )


def context(locale) -> dict:
    """What the page of the pipeline shows."""
    notes = Notes()
    pipeline = Pipeline(locale, notes)
    areas, titles = demonstration_areas(notes)
    return {
        "pipeline": pipeline,
        "stages": list(Stage),
        "areas": areas,
        "titles": titles,
        "notes": notes,
    }
