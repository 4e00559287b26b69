"""`python -m products.catalogue.loading`: check every content file without a database."""

import sys

from products.catalogue.loading.schema import (
    CONTENT_DIR,
    ContentError,
    read_product,
    read_sources,
)


def main() -> int:
    """Print each problem as `file: field: reason`; 1 if there is any."""
    problems, known = [], None
    try:
        known = set(read_sources())
    except (ContentError, FileNotFoundError) as error:
        problems.append(str(error))
    paths = sorted((CONTENT_DIR / "products").glob("*.yaml"))
    for path in paths:
        try:
            read_product(path, known)
        except ContentError as error:
            problems.append(str(error))
    print("\n".join(problems) or f"{len(paths)} product files and their sources are good.")
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main())
