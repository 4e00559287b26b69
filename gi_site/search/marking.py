"""Where a text has the words that were searched for."""

from dataclasses import dataclass
from functools import lru_cache

from .analyser import RUN, is_han, normalise, readings

Span = tuple[int, int]


@dataclass(frozen=True)
class Place:
    """A place on a page, by its anchor, and what stands there."""

    anchor: str
    text: str


_normalise = lru_cache(maxsize=4096)(normalise)


def find_spans(text: str, terms: list[str]) -> list[Span]:
    """Beginning and end of each part of `text` that `terms` (from the analyser) found."""
    folded, origins = [], []
    for position, char in enumerate(text):
        for part in _normalise(char):
            folded.append(part)
            origins.append(position)
    spans = [
        (origins[start], origins[end - 1] + 1)
        for run in RUN.finditer("".join(folded))
        for start, end in _spans_in_run(run.group(), run.start(), terms)
    ]
    return _merged(spans)


def _spans_in_run(run: str, offset: int, terms: list[str]) -> list[Span]:
    if is_han(run):
        spans = [span for term in terms for span in _occurrences(run, term)]
        latin = [term for term in terms if len(term) > 1 and not is_han(term)]
        spans += _sound_spans(run, latin) if latin else []
    else:
        spans = [(0, len(term)) for term in terms if run.startswith(term)]
    return [(offset + start, offset + end) for start, end in spans]


def _occurrences(run: str, term: str) -> list[Span]:
    return [(i, i + len(term)) for i in range(len(run)) if run.startswith(term, i)]


def _sound_spans(run: str, terms: list[str]) -> list[Span]:
    """Parts of Chinese `run` whose pinyin begins with a term, else whose initials do."""
    for parts in (readings(run), [[syllable[0] for syllable in readings(run)[0]]]):
        spans = [
            span
            for syllables in parts
            for term in terms
            for start in range(len(syllables))
            if (span := _sounding(syllables, start, term))
        ]
        if spans:
            return spans
    return []


def _sounding(syllables: list[str], start: int, term: str) -> Span | None:
    """The syllables from `start` that sound like `term`, the last perhaps only begun."""
    sound = ""
    for end in range(start, len(syllables)):
        sound += syllables[end]
        if sound.startswith(term):
            return start, end + 1
        if not term.startswith(sound):
            break
    return None


def _merged(spans: list[Span]) -> list[Span]:
    """The same parts in order, none touching another."""
    merged = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def excerpt(texts, terms: list[str], before: int = 30, length: int = 140) -> str:
    """The surroundings of the first match in `texts`; empty if none has one."""
    for text in texts:
        if spans := find_spans(text, terms):
            start = max(0, spans[0][0] - before)
            end = start + length
            return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"
    return ""
