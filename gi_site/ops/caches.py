"""The caches of the site, made from one address."""


def caches(default: dict) -> dict:
    """`CACHES` with a store of its own for pages and pieces of pages.

    Visitors decide how many different pages are asked for; in one common store that would push
    out what other parts count on, such as the number of failed logins.
    """
    pages = {**default, "KEY_PREFIX": "pages"}
    if default["BACKEND"].endswith("FileBasedCache"):
        pages["LOCATION"] = f"{default['LOCATION']}/pages"
        default = {**default, "LOCATION": f"{default['LOCATION']}/default"}
    return {
        "default": {"OPTIONS": {"MAX_ENTRIES": 10_000}, **default},
        "pages": {"OPTIONS": {"MAX_ENTRIES": 5_000}, **pages},
        # Where {% cache %} looks.
        "template_fragments": {
            "OPTIONS": {"MAX_ENTRIES": 5_000},
            **pages,
            "KEY_PREFIX": "fragments",
        },
    }
