"""Changes as they are read: in words, with the places they lead to."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gi_site.core.templatetags.site import local_path
from gi_site.ops.memo import cached_until_published
from home.following.enums import Action, RecordKind
from home.following.log import baseline_day
from home.following.models import PublicChange
from home.following.wording import Wording, record_name, word
from products.registry.terms import registry_terms


@dataclass(frozen=True)
class Reading:
    """One change in the reader's language; `url` leads to the record, "" if it is not public."""

    change: PublicChange
    wording: Wording
    url: str

    @property
    def name(self) -> str:
        """What the record is called."""
        return record_name(self.change)

    @property
    def recorded_at(self) -> datetime.datetime:
        return self.change.recorded_at

    @property
    def action(self) -> Action:
        return Action(self.change.action)

    @property
    def kind(self) -> RecordKind:
        return RecordKind(self.change.kind)

    @property
    def notice_url(self) -> str:
        """The notice itself, if its address is known."""
        return self.change.notice.url if self.change.notice else ""

    @property
    def permanent_path(self) -> str:
        """Where this change stands alone."""
        return local_path(f"changes/{self.change.pk}/")


def read(changes: Iterable[PublicChange]) -> Iterator[Reading]:
    """`changes`, brought by `for_reading()`, one after the other."""
    for change in changes:
        yield Reading(change, word(change), record_path(change))


def record_path(change: PublicChange) -> str:
    """Path of the record's page in the reader's language; "" if there is none any more."""
    if change.kind == RecordKind.AUTHORISATION:
        entry = change.authorisation
        if entry is None or not entry.is_public:
            return ""
        return local_path(f"registry/{entry.public_number}/")
    product = registry_terms().products.get(change.product_slug)
    path = product.url if product and change.product_id else ""
    return f"{path}#protection" if path and change.kind == RecordKind.PROTECTION else path


def baseline() -> datetime.date | None:
    """The day from which on changes are logged; remembered."""
    return cached_until_published("following-baseline", baseline_day)
