"""The content file, and loading it again after staff have worked."""

import datetime

import pytest
from pydantic import ValidationError as PydanticError
from wagtail.log_actions import log

from home.stories.loading import Entry, EntryLoader, read_stories
from home.stories.models import NewsPage
from products.catalogue.loading.schema import read_sources
from tests.factories import SourceFactory, UserFactory
from tests.stories.factories import story_list

ENTRY = {
    "slug": "some-news",
    "kind": "news",
    "date": "2025-05-22",
    "title": {"zh": "一则消息", "en": "Some news"},
    "summary": {"zh": "一句话。", "en": "One sentence."},
    "products": [],
    "body": [{"type": "paragraph", "zh": "一段。", "en": "A paragraph.", "sources": ["key"]}],
}


def test_every_entry_names_known_sources():
    known = set(read_sources())
    used = {key for entry in read_stories() for block in entry.body for key in _sources_of(block)}
    assert used
    assert used <= known


def _sources_of(block):
    return getattr(block, "sources", [])


def test_events_are_past_or_dated_by_their_source():
    assert all(entry.date <= datetime.date(2026, 11, 24) for entry in read_stories())


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "event"},
        {"about": "place"},
        {"body": [{"type": "paragraph", "zh": "一段。", "en": "A paragraph.", "sources": []}]},
        {"colour": "red"},
    ],
    ids=["event without place", "news about something", "text without source", "unknown field"],
)
def test_a_wrong_entry_is_refused(change):
    Entry.model_validate(ENTRY)
    with pytest.raises(PydanticError):
        Entry.model_validate(ENTRY | change)


@pytest.mark.django_db
def test_loading_again_leaves_what_staff_changed_or_deleted():
    SourceFactory(key="key")
    loader, entry = EntryLoader(story_list()), Entry.model_validate(ENTRY)
    assert loader.load(entry)
    page = NewsPage.objects.get(slug="some-news", locale__language_code="zh-hans")
    page.title = "编辑改过"
    page.save_revision().publish()
    assert not loader.load(entry)
    assert NewsPage.objects.get(pk=page.pk).title == "编辑改过"
    log(page, "wagtail.delete", user=UserFactory())
    page.get_translations(inclusive=True).delete()
    assert not loader.load(entry)
