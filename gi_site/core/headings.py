"""The characters that headings use, gathered from content, templates and catalogues."""

import re
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml
from django.conf import settings

# Always there, whatever the texts say: Latin letters, figures with the words of large ones,
# punctuation of both scripts.
LATIN = string.ascii_letters + string.digits + string.punctuation
ALWAYS = LATIN + "–万亿 ，。、：；？！“”‘’—…（）《》"
HEADING = re.compile(
    r"<h[1-4]\b[^>]*>(.*?)</h[1-4]>"
    r"|class=\"[^\"]*\bdisplay\b[^>]*>([^<]*)<"
    r"|{%\s*block heading\s*%}(.*?){%\s*endblock",
    re.S,
)
TRANSLATED = re.compile(r"{%\s*translate\s+\"([^\"]+)\"|_\(\"([^\"]+)\"\)")
BLOCK = re.compile(r"{%\s*blocktranslate[^%]*%}(.*?){%\s*endblocktranslate", re.S)
MEMBER = re.compile(r"^    [A-Z_]+ = \"\w+\", _\(\"([^\"]+)\"", re.M)
HAN = re.compile(r"[\u3400-\u9fff]")


def heading_characters(catalogue: Path) -> tuple[set[str], set[str]]:
    """Every character of a heading: those of the catalogue's pages, then what the others add.

    Verses and quotations stand in the same face; their characters are always among the others.
    `catalogue` is the Chinese message catalogue (.po).
    """
    first, more = set(ALWAYS), set()
    for path in _files(settings.BASE_DIR):
        characters = more if _is_read_later(path) else first
        if path.suffix == ".yaml":
            content = yaml.safe_load(path.read_text("utf-8"))
            characters.update(*_named(content))
            more.update(*_quoted(content))
        else:
            characters.update(*_messages(path, catalogue))
    return first, more - first


def _files(root: Path) -> Iterator[Path]:
    contents = root.glob("*/**/content/**/*.yaml")
    yield from (path for path in contents if path.stem not in ("sources", "producers"))
    # Public pages, and enums that head sections: kinds of blocks, parts of trade packs.
    named = (*root.glob("*/**/blocks.py"), *root.glob("*/**/parts.py"))
    for path in (*root.glob("*/**/templates/**/*.html"), *named):
        if not {"admin", "importing"} & {*path.parts}:
            yield path


def _is_read_later(path: Path) -> bool:
    """Whether it belongs to stories, knowledge or programme: few visitors begin there.

    Their `sections` are parts of home and product pages.
    """
    parts = path.relative_to(settings.BASE_DIR).parts
    elsewhere = path.stem == "home" or parts[1] == "templates" or "sections" in parts
    return parts[0] == "home" and not elsewhere


def _messages(path: Path, catalogue: Path) -> Iterator[str]:
    """Headings of a template, or labels of an enum's members, in both languages."""
    messages = set(_template_headings(path) if path.suffix == ".html" else _block_labels(path))
    yield from messages
    yield from _translations(messages, catalogue)


def _named(node, depth=0) -> Iterator[str]:
    """Names and titles of a file's own things, and headings at any depth."""
    if isinstance(node, list):
        for item in node:
            yield from _named(item, depth)
    elif isinstance(node, dict):
        if node.get("type") == "heading":
            yield from (node["zh"], node["en"])
        for key, value in node.items():
            if key == "heading" or (key in ("name", "title") and depth == 0):
                yield from value.values()
            else:
                yield from _named(value, depth + 1)


def _quoted(node) -> Iterator[str]:
    """Verses and quotations at any depth."""
    if isinstance(node, list):
        for item in node:
            yield from _quoted(item)
    elif isinstance(node, dict):
        if "verse" in (kind := (node.get("kind"), node.get("type"))) or "quotation" in kind:
            yield from (node["zh"], node["en"])
        for value in node.values():
            yield from _quoted(value)


def _template_headings(path: Path) -> Iterator[str]:
    """Messages between heading tags."""
    for match in HEADING.finditer(path.read_text("utf-8")):
        inner = "".join(filter(None, match.groups()))
        yield from (a or b for a, b in TRANSLATED.findall(inner))
        yield from BLOCK.findall(inner)


def _block_labels(path: Path) -> Iterator[str]:
    yield from MEMBER.findall(path.read_text("utf-8"))


@cache
def _entries(catalogue: Path) -> list[tuple[str, str, str]]:
    """Context, message and translation of every entry."""
    import polib  # a development tool, like the command that calls this

    entries = polib.pofile(catalogue) if catalogue.exists() else []
    return [(entry.msgctxt, entry.msgid, entry.msgstr) for entry in entries]


def _translations(messages: set[str], catalogue: Path) -> Iterator[str]:
    for context, message, translation in _entries(catalogue):
        if message in messages or context == "verdict":
            yield translation
