"""The characters that headings use, gathered from content, templates and catalogues."""

import re
import string
from collections.abc import Iterator
from pathlib import Path

import yaml
from django.conf import settings

# Always there, whatever the texts say: figures, Latin letters, punctuation of both scripts.
ALWAYS = string.ascii_letters + string.digits + string.punctuation + " ，。、：；？！“”‘’—…（）《》"
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


def heading_characters(catalogue: Path) -> set[str]:
    """Every character of a heading; `catalogue` is the Chinese message catalogue (.po)."""
    texts = [ALWAYS, *_content_headings(settings.BASE_DIR)]
    messages = {*_template_headings(settings.BASE_DIR), *_block_labels(settings.BASE_DIR)}
    return set("".join([*texts, *messages, *_translations(messages, catalogue)]))


def _content_headings(root: Path) -> Iterator[str]:
    for path in sorted(root.glob("*/**/content/**/*.yaml")):
        if path.stem not in ("sources", "producers"):
            yield from _named(yaml.safe_load(path.read_text("utf-8")))


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


def _template_headings(root: Path) -> Iterator[str]:
    """Messages between heading tags of public pages."""
    for path in sorted(root.glob("*/**/templates/**/*.html")):
        if {"admin", "importing"} & {*path.parts}:
            continue
        for match in HEADING.finditer(path.read_text("utf-8")):
            inner = "".join(filter(None, match.groups()))
            yield from (a or b for a, b in TRANSLATED.findall(inner))
            yield from BLOCK.findall(inner)


def _block_labels(root: Path) -> Iterator[str]:
    """Kinds of blocks: sections of product pages are headed by them."""
    for path in sorted(root.glob("*/**/blocks.py")):
        yield from MEMBER.findall(path.read_text("utf-8"))


def _translations(messages: set[str], catalogue: Path) -> Iterator[str]:
    if catalogue.exists():
        import polib  # a development tool, like the command that calls this

        for entry in polib.pofile(catalogue):
            if entry.msgid in messages or entry.msgctxt == "verdict":
                yield entry.msgstr
