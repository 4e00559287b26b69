"""Changes in words of the reader's language: one plain sentence, and what stood and stands."""

import datetime
from dataclasses import dataclass

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.translation import get_language, gettext_lazy, pgettext
from django.utils.translation import gettext as _

from gi_site.core.templatetags.formats import announcement_words, long_date, partial_date
from home.following.enums import Action, RecordKind
from home.following.facts import FACTS
from home.following.models import PublicChange
from products.catalogue.enums import ProtectionStatus, Scheme
from products.registry.enums import EventKind, Status
from products.registry.terms import registry_terms

LABELS = {
    "status": gettext_lazy("status"),
    "events": gettext_lazy("event"),
    "standards": gettext_lazy("standards"),
    "specification": gettext_lazy("specification in force"),
    "districts": gettext_lazy("districts"),
    "announced": gettext_lazy("announced on"),
    "applied": gettext_lazy("applied for on"),
}
NEW = {
    RecordKind.PRODUCT: gettext_lazy("{record} is new in the list of products."),
    RecordKind.PROTECTION: gettext_lazy("A protection is new: {record}. Status: {status}."),
    RecordKind.AUTHORISATION: gettext_lazy(
        "{record} is new in the registry of mark users, for {product}. Status: {status}."
    ),
    RecordKind.NOTICE: gettext_lazy("A notice is new: {record}."),
}
GONE = {
    RecordKind.PRODUCT: gettext_lazy("{record} is no longer in the list of products."),
    RecordKind.PROTECTION: gettext_lazy("A protection is no longer recorded: {record}."),
    RecordKind.AUTHORISATION: gettext_lazy(
        "{record} is no longer in the registry of mark users, for {product}."
    ),
    RecordKind.NOTICE: gettext_lazy("A notice is no longer recorded: {record}."),
}
HIDDEN = gettext_lazy(
    "{record}, for {product}, is not shown in the registry until a second person has checked a"
    " change."
)
SHOWN = gettext_lazy(
    "{record}, for {product}, is shown in the registry again: the change was checked."
)
BECAME = gettext_lazy("{record}: “{fact}” was “{before}” and is now “{after}”.")
NOW_STATED = gettext_lazy("{record}: “{fact}” is now stated: “{after}”.")
NO_LONGER = gettext_lazy("{record}: “{fact}” is no longer stated; it was “{before}”.")
ENTERED = gettext_lazy("{record}: “{after}” was recorded.")
TAKEN_OUT = gettext_lazy("{record}: “{before}” was taken out.")


@dataclass(frozen=True)
class Wording:
    """A change as it is told: `before` and `after` only where one fact became another."""

    sentence: str
    label: str = ""
    before: str = ""
    after: str = ""


def word(change: PublicChange) -> Wording:
    """`change` in the reader's language. No query once the names are remembered."""
    names = {"record": record_name(change), "product": change.product_name}
    match change.action:
        case Action.ADDED:
            status = _shown(change.kind, "status", (change.after or {}).get("status"))
            return Wording(str(NEW[change.kind]).format(**names, status=status))
        case Action.REMOVED:
            return Wording(str(GONE[change.kind]).format(**names))
        case Action.HIDDEN:
            return Wording(str(HIDDEN).format(**names))
        case Action.SHOWN:
            return Wording(str(SHOWN).format(**names))
    label = fact_label(change.kind, change.field)
    before, after = (
        _shown(change.kind, change.field, value) for value in (change.before, change.after)
    )
    if change.field == "events" and not (before and after):
        template = ENTERED if after else TAKEN_OUT
    else:
        template = BECAME if before and after else NOW_STATED if after else NO_LONGER
    sentence = str(template).format(record=names["record"], fact=label, before=before, after=after)
    return Wording(sentence, label, before, after)


def record_name(change: PublicChange) -> str:
    """What the record is called; a notice by its number."""
    is_notice = change.kind == RecordKind.NOTICE
    return announcement_words(change.title) if is_notice else change.title


def fact_label(kind: str, field: str) -> str:
    """What the fact is called, in the reader's language."""
    if field in LABELS:
        return str(LABELS[field])
    try:
        return str(FACTS[kind].model._meta.get_field(field).verbose_name)
    except (FieldDoesNotExist, KeyError):  # a fact that is no longer followed
        return field


def _shown(kind: str, field: str, value) -> str:
    """A fact as the pages show it; "" for nothing."""
    if value in (None, "", []):
        return ""
    if show := SHOW.get(field):
        return show(kind, value)
    try:
        column = FACTS[kind].model._meta.get_field(field)
    except (FieldDoesNotExist, KeyError):
        return str(value)
    if isinstance(column, models.DateField):
        return long_date(datetime.date.fromisoformat(value))
    return str(dict(column.flatchoices).get(value, value))


def _status(kind, value):
    statuses = ProtectionStatus if kind == RecordKind.PROTECTION else Status
    return str(statuses(value).label) if value in statuses.values else value


def _partial(kind, value):
    return partial_date((datetime.date.fromisoformat(value[0]), value[1]))


def _districts(kind, value):
    known = registry_terms().districts
    slugs = value if isinstance(value, list) else [value]
    return pgettext("between items of a list", ", ").join(
        known[slug][1] if slug in known else slug for slug in slugs
    )


def _product(kind, value):
    term = registry_terms().products.get(value)
    return term.name if term else value


def _right(kind, value):
    scheme = value["scheme"]
    label = str(Scheme(scheme).label) if scheme in Scheme.values else scheme
    return " ".join(filter(None, (label, value["number"])))


def _notice(kind, value):
    day = long_date(datetime.date.fromisoformat(value["on"]))
    return f"{announcement_words(value['number'])} ({day})"


def _announcement_number(kind, value):
    return announcement_words(value)


def _event(kind, value):
    kinds = EventKind.values
    label = str(EventKind(value["kind"]).label) if value["kind"] in kinds else value["kind"]
    day = long_date(datetime.date.fromisoformat(value["on"]))
    text = _("{event}, from {day} on").format(event=label, day=day)
    reason = _in_language(value)
    return f"{text} ({reason})" if reason else text


def _standards(kind, value):
    named = (" ".join(filter(None, (each["number"], _in_language(each)))) for each in value)
    return pgettext("between items of a list", ", ").join(named)


def _versions(kind, value):
    return pgettext("between items of a list", ", ").join(value)


def _in_language(value) -> str:
    order = ("en", "zh") if get_language() == "en" else ("zh", "en")
    return next((value[code] for code in order if value.get(code)), "")


SHOW = {
    "status": _status,
    "announced": _partial,
    "applied": _partial,
    "district": _districts,
    "districts": _districts,
    "product": _product,
    "protection": _right,
    "supersedes": _right,
    "notice": _notice,
    "announcement_number": _announcement_number,
    "events": _event,
    "standards": _standards,
    "specification": _versions,
}
