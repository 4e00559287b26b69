"""Check a mark: from one box to an answer in one sentence."""

import datetime
from dataclasses import dataclass, field
from itertools import groupby
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from gi_site.core.templatetags.formats import long_date
from products.producers import credit_codes
from products.registry.days import read_day
from products.registry.enums import Status
from products.registry.finder import count_on
from products.registry.matching import (
    NEAR,
    Reading,
    code_groups,
    differing_groups,
    near_names,
    neighbours,
    read,
)
from products.registry.models import Authorisation, Standing
from products.registry.querysets import AuthorisationQuerySet
from products.registry.sentences import VERDICTS, firm_name, status_sentence
from products.registry.terms import ProductTerm, registry_terms

# What tells most about a firm and a product comes first.
ORDER = [
    Status.IN_FORCE,
    Status.SUSPENDED,
    Status.REPORTED,
    Status.APPLIED,
    Status.ENDED,
    Status.NOT_YET,
]
TONES = {Status.IN_FORCE: "yes", Status.REPORTED: "unsure", Status.APPLIED: "unsure"}
MAX_ENTRIES = 20


@dataclass(frozen=True)
class Question:
    """What was asked: a text, perhaps of one product, on a day."""

    reading: Reading
    product: ProductTerm | None
    day: datetime.date
    ignored: list[str]

    @classmethod
    def from_data(cls, data) -> "Question":
        """The question in a query string; what cannot be used is noted."""
        day, note = read_day(data.get("on"))
        products = registry_terms().products
        slug = data.get("product", "")
        ignored = [note] if note else []
        if slug and slug not in products:
            ignored.append(
                _("“%(value)s” is not one of the choices and was ignored.") % {"value": slug[:40]}
            )
        return cls(read(data.get("q")), products.get(slug), day, ignored)

    @property
    def is_asked(self) -> bool:
        """Whether there is anything to answer."""
        return bool(self.reading.text or self.product)

    def address(self, **changes) -> str:
        """The query string of this question, its day written out, with `changes`."""
        values = {
            "q": self.reading.text,
            "product": self.product.slug if self.product else "",
            "on": self.day.isoformat(),
        } | changes
        return "?" + urlencode({name: value for name, value in values.items() if value})


@dataclass(frozen=True)
class Line:
    """One entry in the answer."""

    entry: Authorisation
    standing: Standing
    sentence: SafeString


@dataclass(frozen=True)
class Near:
    """A guess at what was meant."""

    label: str
    detail: str
    url: str


@dataclass
class Answer:
    """The answer: a verdict, one sentence, the entries it rests on, and what else may help."""

    tone: str
    verdict: str
    sentence: SafeString | str
    lines: list[Line] = field(default_factory=list)
    near: list[Near] = field(default_factory=list)
    is_unknown: bool = False
    # Set if the answer is about a product and not about a firm.
    product: ProductTerm | None = None

    @property
    def is_sample(self) -> bool:
        """Whether it speaks of invented entries."""
        return any(line.entry.is_sample for line in self.lines)


def answer(question: Question) -> Answer:
    """The answer to a question that is asked, in at most four queries."""
    reading = question.reading
    if reading.code:
        return _about_code(question)
    if not reading.text:
        return _about_product(question, question.product)
    products = []
    if reading.words and not question.product:
        products = registry_terms().products_asked_for(reading.text)
    # A word of a product's name may be a firm's as well: the firm is what is asked for, unless
    # the name is the product's own.
    if len(products) == 1 and reading.text.casefold() in products[0].official:
        return _about_product(question, products[0])
    near = [_near_product(question, product) for product in products[:MAX_ENTRIES]]
    if lines := _lines(question, _entries(question).filter(pk__in=reading.keys)):
        result = _about_lines(question, lines)
        result.near = near
        return result
    if len(products) == 1:
        return _about_product(question, products[0])
    if near:
        sentence = _("“%(text)s” is part of the names of several products; choose one.")
        verdict = pgettext("verdict", "Several products")
        return Answer("unsure", verdict, sentence % {"text": reading.text}, near=near)
    return _not_found(question, _near_by_name(question) if reading.words else [])


def _entries(question: Question) -> AuthorisationQuerySet:
    entries = Authorisation.objects.public().for_listing().prefetch_related("events__notice")
    if question.product:
        entries = entries.filter(product=question.product.pk)
    return entries.order_by("is_sample", "name_as_printed", "product__number", "pk")


def _lines(question: Question, entries: AuthorisationQuerySet) -> list[Line]:
    """For each firm and product the entry that tells most, those in force first."""
    lines = []
    for entry in entries[:MAX_ENTRIES]:
        standing = entry.standing_on(question.day)
        lines.append(Line(entry, standing, status_sentence(entry, standing, question.day)))
    lines.sort(key=lambda line: (*_identity(line.entry), *_rank(line)))
    best = [next(group) for _key, group in groupby(lines, lambda line: _identity(line.entry))]
    # Invented firms are shown only where no real one fits: they are never counted among them.
    real = [line for line in best if not line.entry.is_sample]
    return sorted(real or best, key=_rank)


def _identity(entry: Authorisation) -> tuple:
    return (
        entry.is_sample,
        entry.credit_code_as_printed or entry.name_as_printed,
        entry.product_id,
    )


def _rank(line: Line) -> tuple:
    since = line.standing.since or datetime.date.min
    return (line.entry.is_sample, ORDER.index(line.standing.status), -since.toordinal())


def _about_lines(question: Question, lines: list[Line]) -> Answer:
    first = lines[0]
    status = first.standing.status
    firms = {_identity(line.entry)[:2] for line in lines}
    if len(firms) > 1:
        if len(lines) < MAX_ENTRIES:
            sentence = _("%(count)s firms fit “%(text)s”; compare the name on the pack.")
        else:
            sentence = _("%(count)s firms or more fit “%(text)s”; give more of the name.")
        sentence %= {"count": len(firms), "text": question.reading.text}
        return Answer("unsure", pgettext("verdict", "Several firms"), sentence, lines)
    in_force = [line for line in lines if line.standing.status == Status.IN_FORCE]
    if len(in_force) > 1:
        template = (
            _("{firm} is authorised to use the GI mark for {count} products: {products}.")
            if question.day == timezone.localdate()
            else _(
                "On {day} {firm} was authorised to use the GI mark for {count} products:"
                " {products}."
            )
        )
        sentence = format_html(
            template,
            firm=firm_name(first.entry),
            count=len(in_force),
            products=pgettext("list", ", ").join(line.entry.product.name for line in in_force),
            day=long_date(question.day),
        )
        return Answer("yes", str(VERDICTS[Status.IN_FORCE]), sentence, lines)
    return Answer(TONES.get(status, "no"), str(VERDICTS[status]), first.sentence, lines)


def _about_code(question: Question) -> Answer:
    code = question.reading.code
    problem, groups = _problem(code)
    wanted = {code, *neighbours(code)}
    entries = _entries(question).filter(credit_code_as_printed__in=wanted)
    lines = _lines(question, entries)
    if exact := [line for line in lines if line.entry.credit_code_as_printed == code]:
        return _about_lines(question, exact)
    near = [_near_code(question, line.entry) for line in lines]
    if not problem:
        return _not_found(question, near)
    if near and (differing := differing_groups(code, lines[0].entry.credit_code_as_printed)):
        groups = differing
    sentence = problem
    if groups:
        sentence = format_html(
            _("{problem} Look again at {groups}."),
            problem=problem,
            groups=pgettext("list", ", ").join(groups),
        )
    return Answer("unsure", pgettext("verdict", "Mistyped code"), sentence, near=near)


def _problem(code: str) -> tuple[str, list[str]]:
    """What is wrong with `code`, and in which groups of characters, as far as that can be told."""
    try:
        credit_codes.validate_credit_code(code)
    except ValidationError as error:
        match error.code:
            case "lookalike":
                strange = credit_codes.LOOK_ALIKES
                groups = code_groups(i for i, char in enumerate(code) if char in strange)
            case "division":
                groups = code_groups([2])
            case _:
                groups = []
        return " ".join(error.messages), groups
    return "", []


def _about_product(question: Question, product: ProductTerm) -> Answer:
    count = count_on(question.day, product.slug, Status.IN_FORCE)
    told = [Status.IN_FORCE] if count else [Status.REPORTED, Status.SUSPENDED]
    users = Authorisation.objects.public().real().filter(product=product.pk)
    users = users.having_status(*told, on=question.day)
    users = users.order_by("name_as_printed", "pk").values_list("pk", flat=True)[:MAX_ENTRIES]
    lines = _lines(question, _entries(question).filter(pk__in=list(users)))
    values = {"count": count, "product": product.name, "day": long_date(question.day)}
    if not count:
        sentence = _(
            "On %(day)s this registry has no notice that authorises anybody to use the GI mark for"
            " %(product)s."
        )
        verdict = pgettext("verdict", "Nobody yet")
        return Answer("unsure", verdict, sentence % values, lines, product=product)
    sentence = ngettext(
        "On %(day)s %(count)s firm is authorised to use the GI mark for %(product)s.",
        "On %(day)s %(count)s firms are authorised to use the GI mark for %(product)s.",
        count,
    )
    return Answer("yes", product.name, sentence % values, lines, product=product)


def _not_found(question: Question, near: list[Near]) -> Answer:
    sentence = _("On %(day)s this registry has no entry for “%(text)s”.") % {
        "day": long_date(question.day),
        # A code stays on one line.
        "text": credit_codes.grouped(question.reading.code).replace(" ", "\N{NO-BREAK SPACE}")
        or question.reading.text,
    }
    verdict = pgettext("verdict", "Not in this registry")
    return Answer("unknown", verdict, sentence, near=near, is_unknown=True)


def _near_code(question: Question, entry: Authorisation) -> Near:
    code = entry.credit_code_as_printed
    return Near(credit_codes.grouped(code), entry.name_as_printed, question.address(q=code))


def _near_product(question: Question, product: ProductTerm) -> Near:
    return Near(product.name, "", question.address(q="", product=product.slug))


def _near_by_name(question: Question) -> list[Near]:
    names = near_names(question.reading.text)[:NEAR]
    return [Near(name, "", question.address(q=name)) for name in names]
