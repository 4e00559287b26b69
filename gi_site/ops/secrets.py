"""Secrets in addresses, which no log may hold."""

import re

# What follows one of these in a path works like a password.
SECRET_PART = re.compile(r"/(track|answer|confirm|manage|unsubscribe|withdrawn)/[^/\s]+")


def masked(text: str) -> str:
    """`text` with the secret part of every address in it replaced."""
    return SECRET_PART.sub(r"/\1/***", text)
