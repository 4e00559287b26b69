"""What changes public pages makes the page cache forget them."""

from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from .page_cache import bump_page_cache

PAGE_SIGNALS = (page_published, page_unpublished, page_slug_changed, post_page_move)


def touches_public_pages(*models):
    """Let every save and deletion of a row of these models refresh the public pages.

    An app calls this in its `ready()` for the records it shows.
    """
    for model in models:
        post_save.connect(bump_page_cache, sender=model, dispatch_uid=f"bump-{model._meta.label}")
        post_delete.connect(bump_page_cache, sender=model, dispatch_uid=f"bump-{model._meta.label}")
        for field in model._meta.many_to_many:
            through = getattr(model, field.name).through
            m2m_changed.connect(bump_page_cache, sender=through, dispatch_uid=f"bump-{field}")


def connect():
    """Connect the models and signals that every site has."""
    for signal in PAGE_SIGNALS:
        signal.connect(bump_page_cache, dispatch_uid="bump")
    post_delete.connect(bump_page_after_delete, dispatch_uid="bump-page")
    touches_public_pages(
        Locale,
        PageViewRestriction,
        Redirect,
        Site,
        get_document_model(),
        get_image_model(),
    )


def bump_page_after_delete(sender, **kwargs):
    """A page is deleted as its own class; this hears of each of them."""
    if issubclass(sender, Page):
        bump_page_cache()
