"""References and secrets of what was sent in."""

import hashlib
import secrets

PREFIX = "HZ-"
# No character that looks or sounds like another: 0 O Q, 1 I L, 2 Z, 5 S, 8 B, U V.
ALPHABET = "34679ACDEFGHJKMNPRTWXY"


def new_reference(prefix: str = PREFIX) -> str:
    """A random reference such as HZ-7K3M-9A4C: short, read aloud and typed without mistakes."""
    parts = ("".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(2))
    return prefix + "-".join(parts)


def new_token() -> str:
    """A secret for a link: 256 bits, safe in an address."""
    return secrets.token_urlsafe(32)


def digest(secret: str) -> str:
    """What is stored of a secret: who reads the database cannot follow the links."""
    return hashlib.sha256(secret.encode()).hexdigest()
