"""What the site counts by itself, each with the sentence that says how and the list it counts."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from gi_site.core.templatetags.formats import number
from home.programme.enums import Computation
from products.catalogue.models import GIProduct, Protection
from products.inquiries.statistics import ENOUGH, ProgrammeFigures, programme_figures
from products.inquiries.templatetags.inquiry_times import in_words
from products.registry.models import Authorisation


@dataclass(frozen=True)
class Counted:
    """A number of today; where it cannot be told yet `text` is empty and `missing` says why.

    `how` says how it is counted, `list_path` is the address of what is counted below the home
    page of the reader's language, "" where the list is not public.
    """

    text: str
    how: str
    list_path: str = ""
    missing: str = ""


HOW = {
    Computation.LISTED_PRODUCTS: _(
        "The products that this site carries as being on the city's list (box 2 of the plan)."
        " Candidates are not counted."
    ),
    Computation.PROTECTED_PRODUCTS: _(
        "Products on the city's list with at least one right of which the announcement number,"
        " the full date and the authority are on record and which has not ended."
    ),
    Computation.LAWFUL_USERS: _(
        "Entries of the public registry that are in force today. A firm that may use the marks of"
        " two products counts twice."
    ),
    Computation.REPORTED_USERS: _(
        "Entries of the public registry that rest on a report alone; their notices have not been"
        " found yet."
    ),
    Computation.INQUIRIES_RECEIVED: _(
        "Trade inquiries sent through this site. Spam, doubles and samples are not counted. The"
        " inquiries themselves are private."
    ),
    Computation.INQUIRIES_HANDLED: _(
        "Of the inquiries received, those that were closed or withdrawn. Spam is not counted."
    ),
    Computation.FIRST_REPLY: _(
        "The time from the arrival of a trade inquiry to the first answer of a producer; half of"
        " the inquiries were answered sooner, half later. Samples are not counted."
    ),
}
LISTS = {
    Computation.LISTED_PRODUCTS: "products/?state=listed",
    Computation.PROTECTED_PRODUCTS: "programme/pipeline/",
    Computation.LAWFUL_USERS: "registry/?status=in_force",
    Computation.REPORTED_USERS: "registry/?status=reported",
}


class Counts:
    """The numbers of one page; what several indicators need is asked for once."""

    def of(self, computation: str) -> Counted:
        """The number of `computation` today."""
        kind = Computation(computation)
        counters: dict[Computation, Callable[[], str]] = {
            Computation.LISTED_PRODUCTS: lambda: number(GIProduct.objects.listed().count()),
            Computation.PROTECTED_PRODUCTS: self._protected_products,
            Computation.LAWFUL_USERS: lambda: number(self._entries.in_force().count()),
            Computation.REPORTED_USERS: lambda: number(
                self._entries.having_status("reported").count()
            ),
            Computation.INQUIRIES_RECEIVED: lambda: number(
                self._inquiries.received - self._inquiries.spam
            ),
            Computation.INQUIRIES_HANDLED: lambda: number(
                self._inquiries.handled - self._inquiries.spam
            ),
            Computation.FIRST_REPLY: self._first_reply,
        }
        text = counters[kind]()
        missing = "" if text else _("Fewer than %(count)d answers so far") % {"count": ENOUGH}
        return Counted(text, str(HOW[kind]), LISTS.get(kind, ""), missing)

    @property
    def _entries(self):
        return Authorisation.objects.public().real()

    def _protected_products(self) -> str:
        rights = Protection.objects.in_force(timezone.localdate()).filter(product=OuterRef("pk"))
        return number(GIProduct.objects.listed().filter(Exists(rights)).count())

    @cached_property
    def _inquiries(self) -> ProgrammeFigures:
        return programme_figures()

    def _first_reply(self) -> str:
        # The median of a few would tell of single buyers.
        enough = self._inquiries.replies >= ENOUGH
        return in_words(self._inquiries.first_reply) if enough else ""
