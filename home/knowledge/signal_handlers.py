"""Keeps the search index true: the glossary is found by its terms."""

from django.db.models.signals import post_delete, post_save
from wagtail.search import index

from home.knowledge.models import GlossaryPage, Term


def reindex_glossaries(raw=False, **kwargs):
    """A term was saved or deleted."""
    if raw:
        return
    for page in GlossaryPage.objects.all():
        index.insert_or_update_object(page)


def register_signal_handlers():
    """Connects the handlers of the glossary."""
    for signal in (post_save, post_delete):
        signal.connect(reindex_glossaries, sender=Term, dispatch_uid="knowledge.reindex")
