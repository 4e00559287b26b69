"""What the registry knows already, looked up once for a whole file."""

from collections import defaultdict
from collections.abc import Iterable

from django.db import models

from products.catalogue.models import District, GIProduct, Protection
from products.registry.enums import END_EVENTS, LawfulKind
from products.registry.importing.cells import fold
from products.registry.importing.rows import names_in_all_languages
from products.registry.models import Authorisation, Notice

# SQLite takes no more than 32,766 values in one query.
CHUNK = 5_000


def in_chunks(queryset: models.QuerySet, field: str, values: Iterable):
    """The rows of `queryset` whose `field` is any of `values`, however many these are."""
    values = sorted(set(values))
    for start in range(0, len(values), CHUNK):
        yield from queryset.filter(**{f"{field}__in": values[start : start + CHUNK]})


def choices() -> dict[str, dict]:
    """By column key: what each folded name stands for, in all languages."""
    return {
        "product": _products(),
        "district": _by_names(
            District.objects.all(),
            lambda district: [district.name_zh, district.name_en, district.slug, district.adcode],
        ),
        "scheme": _by_labels(Protection._meta.get_field("scheme").choices),
        "lawful_kind": _by_labels(LawfulKind.choices),
        "end_kind": _by_labels((kind.value, kind.label) for kind in END_EVENTS),
    }


def _products():
    products = GIProduct.objects.prefetch_related("other_names")
    by_main_name = _by_names(products, lambda each: [each.name_zh, each.name_en, each.slug])
    by_other_name = _by_names(products, lambda each: [name.name for name in each.other_names.all()])
    return by_other_name | by_main_name


def _by_names(records, names) -> dict:
    """Records by folded name; a name of two records stands for neither."""
    found = defaultdict(set)
    for record in records:
        for name in filter(None, names(record)):
            found[fold(name)].add(record)
    return {name: records.pop() for name, records in found.items() if len(records) == 1}


def _by_labels(pairs) -> dict:
    return {
        fold(name): value
        for value, label in pairs
        for name in (value, *names_in_all_languages(label))
    }


def rights() -> dict[int, list[Protection]]:
    """The protections of each product."""
    by_product = defaultdict(list)
    for right in Protection.objects.all():
        by_product[right.product_id].append(right)
    return by_product


def notices() -> dict[str, list[Notice]]:
    """The notices by folded number."""
    by_number = defaultdict(list)
    for notice in Notice.objects.filter(is_sample=False):
        by_number[fold(notice.number)].append(notice)
    return by_number


def entries():
    """Entries with all that is compared; samples have no part in an import."""
    # Not joined but looked up apart: thousands of entries then share one product, one notice.
    related = ("product", "protection", "notice", "district", "successor_of", "events")
    return Authorisation.objects.real().prefetch_related(*related)
