"""Results that hold until something is published."""

import hashlib
from collections.abc import Callable
from typing import TypeVar

from django.core.cache import caches

from .page_cache import current_generation

Result = TypeVar("Result")
ONE_DAY = 24 * 3600


def cached_until_published(key: str, compute: Callable[[], Result]) -> Result:
    """`compute()`, remembered under `key` until the page cache is renewed; None is no result."""
    digest = hashlib.blake2b(key.encode(), digest_size=16).hexdigest()
    return caches["template_fragments"].get_or_set(
        f"{current_generation()}-{digest}", compute, ONE_DAY
    )
