"""Two versions of the rules for a product, section by section.

Chinese is compared character by character, other writing word by word.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

# A run of Latin letters and digits is one word; everything else is one character each.
TOKENS = re.compile(r"[A-Za-z0-9À-ɏ]+(?:[.,'’][A-Za-z0-9]+)*|\s+|.", re.DOTALL)
# Below this likeness a passage is shown as replaced: single equal characters would confuse.
ALIKE = 0.4


@dataclass(frozen=True)
class Change:
    """A stretch of text: `kind` is equal, ins (only in the later one) or del."""

    kind: str
    text: str


@dataclass(frozen=True)
class ComparedSection:
    """One section: `kind` is equal, changed, added or removed."""

    kind: str
    heading: str
    changes: list[Change]


def compare_sections(
    old: list[tuple[str, str]], new: list[tuple[str, str]]
) -> list[ComparedSection]:
    """Pairs of heading and text of two versions as the sections of their comparison."""
    matcher = SequenceMatcher(
        None, [_key(heading) for heading, _ in old], [_key(heading) for heading, _ in new], False
    )
    compared = []
    for operation, a1, a2, b1, b2 in matcher.get_opcodes():
        if operation == "equal":
            pairs = zip(old[a1:a2], new[b1:b2], strict=True)
            compared += [
                _compared(heading, before, after) for (_, before), (heading, after) in pairs
            ]
            continue
        compared += [
            ComparedSection("removed", heading, [Change("del", text)])
            for heading, text in old[a1:a2]
        ]
        compared += [
            ComparedSection("added", heading, [Change("ins", text)]) for heading, text in new[b1:b2]
        ]
    return compared


def _key(heading: str) -> str:
    """A heading without numbers and spaces: 二、品种 and 三、品种 are the same section."""
    bare = re.sub(r"^[\s\d.、（）()一二三四五六七八九十]+", "", heading)
    return re.sub(r"\s+", "", bare or heading).casefold()


def _compared(heading: str, before: str, after: str) -> ComparedSection:
    if before.split() == after.split():
        return ComparedSection("equal", heading, [Change("equal", after)])
    return ComparedSection("changed", heading, list(changes(before, after)))


def changes(before: str, after: str) -> Iterator[Change]:
    """How `before` became `after`: lines first, then words within the lines that changed.

    So the work grows with the changed lines and not with the square of the whole text.
    """
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    for operation, a1, a2, b1, b2 in SequenceMatcher(None, old, new, False).get_opcodes():
        if operation == "equal":
            yield Change("equal", "".join(old[a1:a2]))
        else:
            yield from _words("".join(old[a1:a2]), "".join(new[b1:b2]))


def _words(before: str, after: str) -> Iterator[Change]:
    old, new = TOKENS.findall(before), TOKENS.findall(after)
    matcher = SequenceMatcher(None, old, new, False)
    if matcher.real_quick_ratio() < ALIKE or matcher.ratio() < ALIKE:
        yield from _replaced(before, after)
        return
    for operation, a1, a2, b1, b2 in matcher.get_opcodes():
        if operation == "equal":
            yield Change("equal", "".join(old[a1:a2]))
        else:
            yield from _replaced("".join(old[a1:a2]), "".join(new[b1:b2]))


def _replaced(before: str, after: str) -> Iterator[Change]:
    if before:
        yield Change("del", before)
    if after:
        yield Change("ins", after)
