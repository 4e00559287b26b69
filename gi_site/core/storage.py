"""Where files lie that nobody may fetch by an address."""

from django.core.files.storage import storages


def private_storage():
    """The storage outside of the public media; given to file fields as a callable."""
    return storages["private"]
