"""The caches of the site, made from one address."""


def caches(default: dict) -> dict:
    """`CACHES` with a store of its own for pages and pieces of pages.

    Visitors decide how many different pages are asked for; in one common store that would push
    out what other parts count on, such as the number of failed logins.
    """
    return {
        "default": _store(default, "default", entries=10_000),
        "pages": _store(default, "pages", entries=5_000),
        # Where {% cache %} looks.
        "template_fragments": _store(default, "fragments", entries=5_000),
    }


def _store(base: dict, name: str, *, entries: int) -> dict:
    """One store at the given address, apart from the others by folder and by prefix."""
    store = {**base, "KEY_PREFIX": name}
    if base["BACKEND"].endswith("FileBasedCache"):
        store["LOCATION"] = f"{base['LOCATION']}/{name}"
    if not base["BACKEND"].endswith("RedisCache"):  # Redis has a limit of its own, in bytes
        store.setdefault("OPTIONS", {"MAX_ENTRIES": entries})
    return store
