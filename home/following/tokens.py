"""Secrets of links in mails: a signature, so that nothing secret is stored."""

import uuid

from django.core.signing import BadSignature, Signer

SALT = "following"


def sign(purpose: str, key: uuid.UUID) -> str:
    """`key` with a signature that holds for `purpose` alone."""
    return Signer(salt=f"{SALT}.{purpose}").sign(key.hex)


def read(purpose: str, token: str) -> uuid.UUID | None:
    """The key in `token`; None if it was not signed for `purpose`."""
    try:
        return uuid.UUID(Signer(salt=f"{SALT}.{purpose}").unsign(token))
    except (BadSignature, ValueError):
        return None
