"""Keeps the index of a page true when its translations change."""

from django.db.models.signals import post_delete, post_save
from wagtail.models import get_page_models
from wagtail.search import index

from .fields import TokenIndexed


def reindex_translations(instance, update_fields=None, raw=False, **kwargs):
    """A page is found by its titles in all languages, so a new title concerns its twins too."""
    if raw or (update_fields is not None and "title" not in update_fields):
        return
    for page in instance.get_translations():
        index.insert_or_update_object(page)


def register_signal_handlers():
    """Connects every page class that is found by the titles of its translations."""
    for model in get_page_models():
        if issubclass(model, TokenIndexed):
            for signal in (post_save, post_delete):
                signal.connect(
                    reindex_translations, sender=model, dispatch_uid="search.reindex_translations"
                )
