"""One authorisation with its history, and what has to stand beside the mark."""

import datetime
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from gi_site.core.templatetags.formats import announcement_words
from products.catalogue.enums import Scheme
from products.producers.credit_codes import grouped
from products.registry.enums import END_EVENTS, EventKind, Status
from products.registry.models import Authorisation, Notice
from products.registry.sentences import status_sentence

TRADE_MARKS = (Scheme.CERTIFICATION_MARK, Scheme.COLLECTIVE_MARK)
EVENT_STATUS = {EventKind.SUSPENDED: Status.SUSPENDED, EventKind.RESUMED: Status.IN_FORCE}


@dataclass(frozen=True)
class Step:
    """One step in the history; `status` is the one that it brought about."""

    day: datetime.date | None
    title: str
    status: Status
    text: str = ""
    notice: Notice | None = None


@dataclass(frozen=True)
class Mention:
    """Something that has to stand beside the mark."""

    label: str
    value: str


class EntryView:
    """What the page of one authorisation tells today."""

    def __init__(self, entry: Authorisation):
        self.entry = entry
        self.day = timezone.localdate()
        self.standing = entry.standing_on(self.day)
        self.sentence = status_sentence(entry, self.standing, self.day)
        self.steps = self._steps()
        self.mentions = self._mentions()
        self.successors = [each for each in entry.successors.all() if each.is_public]

    @property
    def predecessor(self) -> Authorisation | None:
        """The entry before a change of name or address, if everybody may see it."""
        before = self.entry.successor_of
        return before if before and before.is_public else None

    def _steps(self) -> list[Step]:
        """Everything that happened, in order; steps without a known day come last."""
        entry = self.entry
        steps = []
        if entry.is_reported:
            steps.append(Step(entry.source.published, _("Named in a report"), Status.REPORTED))
        if entry.applied_on:
            steps.append(Step(entry.applied_on, pgettext("step", "Applied"), Status.APPLIED))
        if entry.notice:
            later = entry.valid_from and entry.valid_from > entry.notice.issued_on
            status = Status.APPLIED if later else Status.IN_FORCE
            steps.append(Step(entry.notice.issued_on, _("Announced"), status, notice=entry.notice))
            if later:
                steps.append(Step(entry.valid_from, _("Begins"), Status.IN_FORCE))
        for event in entry.counting_events():
            status = Status.ENDED if event.kind in END_EVENTS else EVENT_STATUS[event.kind]
            title = event.get_kind_display()
            steps.append(Step(event.on, title, status, event.reason, event.notice))
        steps += self._ends()
        return sorted(steps, key=lambda step: step.day or datetime.date.max)

    def _ends(self) -> list[Step]:
        """The end of the term and that of the base right, also those still to come."""
        one_day = datetime.timedelta(days=1)
        if until := self.entry.valid_until:
            yield Step(until + one_day, _("The term has run out"), Status.ENDED)
        if right := self.entry.protection:
            until = right.valid_until
            if until or right.end_reason:
                text = right.get_end_reason_display()
                day = until + one_day if until else None
                yield Step(day, EventKind.BASE_RIGHT_ENDED.label, Status.ENDED, text)

    def _mentions(self) -> list[Mention]:
        """By base right (CNIPA announcement no. 354 of 2020); none while it is not in force."""
        if self.standing.status != Status.IN_FORCE:
            return []
        entry, right = self.entry, self.entry.protection
        unknown = _("not recorded here")
        code = Mention(
            _("Unified social credit code of the user"),
            grouped(entry.credit_code_as_printed) or unknown,
        )
        if right.scheme in TRADE_MARKS:
            return [
                code,
                Mention(_("The trade mark"), entry.product.name),
                Mention(_("Its registration number"), right.number or unknown),
            ]
        standards = [standard.number for standard in right.standards.all()]
        numbers = [*standards, announcement_words(right.announcement_number)]
        return [
            code,
            Mention(_("Name of the GI product"), entry.product.name),
            Mention(
                _("Code of the standard, or number of the announcement"),
                _(" or ").join(filter(None, numbers)) or unknown,
            ),
        ]
