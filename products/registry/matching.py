"""What a visitor's text may be: a public number, a credit code, a name; and what comes near."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from rapidfuzz import fuzz, process
from stdnum.cn import uscc

from gi_site.ops.page_cache import current_generation
from gi_site.search.analyser import MAX_QUERY, MAX_TERMS, is_han, normalise, runs
from products.producers import credit_codes
from products.registry.models import Authorisation
from products.registry.numbers import PREFIX

NUMBER = re.compile(rf"{PREFIX}[0-9A-Z]{{6}}")
CODE_LIKE = re.compile(r"[0-9A-Z]{8,}")
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
# Words that half of all firms bear; what is left tells them apart.
COMMON = re.compile(r"广东省?|惠州市?|有限责任公司|股份有限公司|有限公司|专业合作社|合作社|\W")
CLOSE_ENOUGH = 70  # rapidfuzz ratio: one wrong character of four
NEAR = 5
# So many names are looked up one by one; beyond, the database looks through all.
MANY = 500

CODE_GROUPS = (
    (range(0, 2), _("characters 1 and 2 (kind of body)")),
    (range(2, 8), _("characters 3 to 8 (place of registration)")),
    (range(8, 17), _("characters 9 to 17 (the body itself)")),
    (range(17, 18), _("character 18 (the check character)")),
)


@dataclass(frozen=True)
class Reading:
    """A typed text and what it may be; at most one of number, code and words is filled."""

    text: str
    number: str = ""
    code: str = ""
    words: tuple[str, ...] = ()

    @property
    def keys(self):
        """Keys of the entries it asks for, as a query of its own: an index alone answers it."""
        return Authorisation.objects.filter(self._condition).order_by().values("pk")

    @property
    def _condition(self) -> Q:
        """A begun code finds all that begin so; words are found as printed or by their sound."""
        if self.number:
            return Q(public_number=self.number)
        if len(self.code) >= credit_codes.LENGTH:
            return Q(credit_code_as_printed=self.code)
        if self.code:
            # Not "startswith": LIKE uses no index on SQLite. No code has a Z.
            return Q(credit_code_as_printed__gte=self.code) & Q(
                credit_code_as_printed__lt=f"{self.code}Z"
            )
        if not self.words:
            return Q(pk__in=[])
        names = names_with(self.words)
        if len(names) <= MANY:
            return Q(name_as_printed__in=names)
        condition = Q()
        for word in self.words:
            column = "name_as_printed" if _is_printed(word) else "search_text"
            condition &= Q(**{f"{column}__contains": word})
        return condition


def _is_printed(word: str) -> bool:
    """Whether `word` is looked for as printed, and not by its sound."""
    return is_han(word) or word.isdigit()


def names_with(words: Iterable[str]) -> tuple[str, ...]:
    """The public names that have every one of `words`, as printed or by sound."""
    return _names_with(current_generation(), tuple(words))


# One request asks several times: for the list, its counts, and its samples.
@lru_cache(maxsize=64)
def _names_with(generation: str, words: tuple[str, ...]) -> tuple[str, ...]:
    known = _known_names(generation)
    pairs = zip(known.names, known.sounds, strict=True)
    for word in words:
        place = 0 if _is_printed(word) else 1
        pairs = [pair for pair in pairs if word in pair[place]]
    return tuple(name for name, _sounds in pairs)


def read(text: str | None) -> Reading:
    """What `text` may be; takes anything, also the address behind a QR code."""
    text = " ".join(str(text or "").encode("utf-8", "ignore").decode().replace("\0", " ").split())
    text = text[:MAX_QUERY]
    plain = credit_codes.normalise(text)
    if number := NUMBER.search(plain):
        return Reading(text, number=number[0])
    codes = [code for code in CODE_LIKE.findall(plain) if sum(map(str.isdigit, code)) >= 5]
    if codes:
        return Reading(text, code=max(codes, key=len))
    return Reading(text, words=tuple(dict.fromkeys(runs(text)))[:MAX_TERMS])


def neighbours(code: str) -> set[str]:
    """Valid credit codes one slip away: a character changed, left out or added, or two swapped."""
    code = code[: credit_codes.LENGTH + 1]
    heads = [(code[:i], code[i:]) for i in range(len(code) + 1)]
    if len(code) == credit_codes.LENGTH:
        slips = {a + char + b[1:] for a, b in heads if b for char in ALPHABET}
        slips |= {a + b[1] + b[0] + b[2:] for a, b in heads if len(b) > 1}
        slips.add("".join(credit_codes.LOOK_ALIKES.get(char, char) for char in code))
    elif len(code) == credit_codes.LENGTH - 1:
        slips = {a + char + b for a, b in heads for char in ALPHABET}
    elif len(code) == credit_codes.LENGTH + 1:
        slips = {a + b[1:] for a, b in heads if b}
    else:
        slips = set()
    return {slip for slip in slips - {code} if _is_sound(slip)}


def _is_sound(code: str) -> bool:
    """The same as `credit_codes.is_valid`, without making a message for each of hundreds."""
    known = all(char in ALPHABET for char in code)
    return known and code[2:8].isdigit() and uscc.calc_check_digit(code[:-1]) == code[-1]


def code_groups(positions: Iterable[int]) -> list[str]:
    """Names of the groups of characters in which `positions` (from 0) lie."""
    positions = set(positions)
    return [str(name) for places, name in CODE_GROUPS if positions.intersection(places)]


def differing_groups(code: str, right: str) -> list[str]:
    """In which groups `code` differs from `right`; none if they are not equally long."""
    if len(code) != len(right):
        return []
    return code_groups(
        i for i, pair in enumerate(zip(code, right, strict=True)) if len({*pair}) > 1
    )


def near_names(text: str) -> list[str]:
    """Names in the registry that come near to `text`, the nearest first."""
    wanted = _core(text)
    if not wanted:
        return []
    known = _known_names(current_generation())
    found = process.extract(
        wanted, known.cores, scorer=fuzz.ratio, score_cutoff=CLOSE_ENOUGH, limit=NEAR
    )
    return [known.names[index] for _core_, _score, index in found]


def _core(name: str) -> str:
    """What tells a name from others: without place, legal form, spaces and signs."""
    return COMMON.sub("", normalise(name))


@dataclass(frozen=True)
class KnownNames:
    """All public names, and of each in the same order the words of the search and the core."""

    names: list[str]
    sounds: list[str]
    cores: list[str]


@lru_cache(maxsize=1)
def _known_names(generation: str) -> KnownNames:
    """The names, kept by each process until something is published: reading them costs more
    than looking through them."""
    rows = Authorisation.objects.public().order_by()
    known = dict(rows.values_list("name_as_printed", "search_text").distinct())
    names = sorted(known)
    return KnownNames(
        names,
        [known[name] for name in names],
        [COMMON.sub("", name).casefold() for name in names],
    )
