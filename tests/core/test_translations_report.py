"""A translation is behind when its original was published after the last sync."""

import pytest
from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource

from gi_site.core.translations import TranslationState, pages_to_translate
from tests.factories import ContentPageFactory, english_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(tree):
    story = ContentPageFactory(summary="")
    story.save_revision().publish()
    english_of(story)
    source, _created = TranslationSource.get_or_create_from_instance(story)
    Translation.objects.create(source=source, target_locale=Locale.objects.get(language_code="en"))
    return story


def source_of(story):
    return TranslationSource.objects.get(object_id=story.translation_key)


def state(story):
    found = pages_to_translate().filter(pk=story.pk).first()
    return found and found.translation_state


def test_open_strings_are_behind(story):
    assert state(story) == TranslationState.BEHIND


def test_page_without_open_strings_is_done(story):
    source_of(story).stringsegment_set.all().delete()
    assert state(story) is None


def test_newer_original_is_behind(story):
    source_of(story).stringsegment_set.all().delete()
    story.save_revision().publish()
    assert state(story) == TranslationState.BEHIND
