"""Results that hold until something is published."""

from collections.abc import Callable
from typing import TypeVar

from django.core.cache import cache

Result = TypeVar("Result")


def cached_until_published(key: str, compute: Callable[[], Result]) -> Result:
    """`compute()`, remembered under `key` until the page cache is renewed."""
    return cache.get_or_set(key, compute, timeout=3600)
