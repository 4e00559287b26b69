"""Public numbers of authorisations: short, read aloud and typed without mistakes."""

import secrets

PREFIX = "HZ-GI-"
LENGTH = 6
# No character that looks or sounds like another: 0 O Q, 1 I L, 2 Z, 5 S, 8 B, U V.
ALPHABET = "34679ACDEFGHJKMNPRTWXY"


def new_public_number() -> str:
    """A random public number such as HZ-GI-7K3M9A; see `free_public_numbers`."""
    return PREFIX + "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def free_public_numbers(count: int, taken) -> list[str]:
    """`count` different numbers of which the queryset `taken` (of authorisations) has none."""
    numbers = set()
    while len(numbers) < count:
        fresh = {new_public_number() for _ in range(count - len(numbers))} - numbers
        # In slices: SQLite takes no more than 32,766 values in one query.
        for start in range(0, len(fresh), 10_000):
            part = sorted(fresh)[start : start + 10_000]
            used = taken.filter(public_number__in=part).values_list("public_number", flat=True)
            numbers |= set(part) - set(used)
    return sorted(numbers)
