"""The data dictionary, from the definitions that the API and the files follow too."""

from django.utils import translation

from home.open_data.datasets import DATASETS, Dataset
from home.open_data.fields import Field, in_both_languages
from home.open_data.files import LICENCE


def dictionary() -> dict:
    """All datasets with their fields and codes, in both languages."""
    return {
        "licence": LICENCE,
        "datasets": [
            {
                "name": dataset.name,
                "title": in_both_languages(dataset.title),
                "about": in_both_languages(dataset.about),
                "notes": [in_both_languages(note) for note in dataset.notes],
                "fields": [_entry(field) for field in dataset.fields],
            }
            for dataset in DATASETS
        ],
    }


def _entry(field: Field) -> dict:
    entry = {
        "key": field.key,
        "columns": field.columns,
        "type": field.kind.value,
        "meaning": in_both_languages(field.meaning),
        "always_known": field.is_required,
    }
    if field.example != "":
        entry["example"] = field.example
    if field.codes:
        entry["codes"] = [{"code": code, "meaning": meaning} for code, meaning in field.codes]
    if field.rows:
        entry["fields"] = [_entry(part) for part in field.rows]
    return entry


def in_words(dataset: Dataset) -> str:
    """The dictionary of `dataset` as Markdown, in both languages."""
    parts = []
    for language in ("zh-hans", "en"):
        with translation.override(language):
            parts.append(f"## {dataset.title} ({dataset.name})\n\n{dataset.about}\n")
            parts += [f"> {note}\n" for note in dataset.notes]
            parts.append("\n".join(_lines(dataset.fields)) + "\n")
    return "\n".join(parts)


def _lines(fields, indent: str = "") -> list[str]:
    lines = []
    for field in fields:
        lines.append(f"{indent}- `{field.key}` ({field.kind.label}): {field.meaning}")
        if field.choices:
            lines += [f"{indent}  - `{value}`: {label}" for value, label in field.choices.choices]
        lines += _lines(field.rows, indent + "  ")
    return lines
