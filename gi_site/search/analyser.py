"""What words a text is found by, and what words a query asks for.

The databases split text at spaces, which Chinese has not. So texts are turned into plain words
here - characters, pairs of characters, pinyin, initials - and queries by the same rules; then
SQLite and PostgreSQL find the same things with nothing but word search.
"""

import re
import unicodedata
from functools import lru_cache

from opencc import OpenCC
from pypinyin import lazy_pinyin, load_phrases_dict, load_single_dict

# Readings of local names that the dictionary gets wrong; tones do not matter here.
load_phrases_dict(
    {
        "长宁": [["cháng"], ["níng"]],
        "秋长": [["qiū"], ["cháng"]],
        "铁涌": [["tiě"], ["chōng"]],
        "霞涌": [["xiá"], ["chōng"]],
    }
)
load_single_dict({ord("陂"): "pí", ord("圩"): "xū"})
# Readings that strangers type for the same characters.
OTHER_READINGS = {"陂": "bei", "圩": "wei", "涌": "yong"}
# Variants that OpenCC leaves alone.
VARIANTS = str.maketrans({"茘": "荔"})

MAX_QUERY = 100  # characters of a query that count
MAX_TERMS = 12  # words of a query that count
MAX_TITLES = 2_000  # characters of short texts that are indexed
MAX_BODIES = 20_000  # characters of long texts; PostgreSQL refuses vectors above 1 MB
LONGEST_SOUND = 8  # syllables written as one word

HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
HAN_CHARACTER = re.compile(f"[{HAN}]")
RUN = re.compile(rf"[{HAN}]+|[^\W_{HAN}]+")

_simplified = OpenCC("t2s").convert


def normalise(text: str | None) -> str:
    """`text` simplified, half width, lower case, without accents, broken characters and NUL."""
    # Lone surrogates come in through URLs; neither OpenCC nor a database takes them.
    text = str(text or "").encode("utf-8", "ignore").decode()
    text = unicodedata.normalize("NFKC", text.replace("\0", " "))
    text = _simplified(text).translate(VARIANTS).casefold()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def runs(text: str | None) -> list[str]:
    """The unbroken stretches of Chinese characters, and the words of other scripts."""
    return RUN.findall(normalise(text))


def is_han(run: str) -> bool:
    """Whether `run` is written in Chinese characters."""
    return bool(HAN_CHARACTER.match(run))


@lru_cache(maxsize=2_000)  # a text is indexed again each time it is saved
def readings(run: str) -> tuple[list[str], ...]:
    """The syllables of Chinese `run`, and those of its other common reading if there is one.

    The dictionary writes ü as v, as people type it; the other reading has u, as others do.
    """
    usual = lazy_pinyin(run, errors=list)
    other = [
        OTHER_READINGS.get(char, syllable.replace("v", "u"))
        for char, syllable in zip(run, usual, strict=True)
    ]
    return (usual,) if usual == other else (usual, other)


def pairs(items) -> list:
    """Every two neighbours of a string or list; the whole if it is shorter."""
    return [items[i : i + 2] for i in range(len(items) - 1)] or [items]


def short_tokens(*texts: str | None) -> list[str]:
    """Words for names and titles: any part of them, any part of their pinyin, initials."""
    tokens = []
    for run in runs(" ".join(filter(None, texts))[:MAX_TITLES]):
        if not is_han(run):
            tokens.append(run)
            continue
        tokens += [*run, *pairs(run)]
        for syllables in readings(run):
            for start in range(len(syllables)):
                window = syllables[start : start + LONGEST_SOUND]
                tokens += ["".join(window[:length]) for length in (1, 2, 3, 4)]
                tokens += ["".join(window), "".join(syllable[0] for syllable in window)]
    return list(dict.fromkeys(tokens))


def long_tokens(*texts: str | None) -> list[str]:
    """Words for longer texts: pairs of characters and their pinyin; other words as they are."""
    tokens = []
    for run in runs(" ".join(filter(None, texts))[:MAX_BODIES]):
        if not is_han(run):
            tokens.append(run)
            continue
        tokens += pairs(run)
        tokens += ["".join(pair) for pair in pairs(readings(run)[0])]
    return list(dict.fromkeys(tokens))


def query_terms(text: str | None) -> list[str]:
    """The words a query asks for; a longer Chinese name by all its pairs of characters."""
    return _terms(text, pairs)


def sound_terms(text: str | None) -> list[str]:
    """The words of a query with Chinese by its sound; none if it has no Chinese word.

    A single character is left as it is: too many others sound the same.
    """
    terms = _terms(text, _sounds)
    return [] if terms == query_terms(text) else terms


def spelling_terms(text: str | None) -> list[str]:
    """The words of a query in Latin letters, to look for words spelt like them."""
    return _terms(text, lambda run: ["".join(readings(run)[0])])


def _sounds(run: str) -> list[str]:
    if len(run) == 1:
        return [run]
    return ["".join(pair) for pair in pairs(readings(run)[0])]


def _terms(text, han_terms) -> list[str]:
    terms = []
    for run in runs(str(text or "")[:MAX_QUERY]):
        # 惠州的荔枝 asks for two words.
        for word in run.split("的") if len(run) > 3 else [run]:
            terms += (han_terms(word) if is_han(word) else [word]) if word else []
    return list(dict.fromkeys(terms))[:MAX_TERMS]
