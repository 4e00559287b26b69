"""Factories of stories, news and events; see `tests.factories`."""

import datetime

import factory
from wagtail.models import Locale

from gi_site.core.localize import publish_translation
from home.stories import models
from tests.factories import LivePageFactory, SourceFactory, site_tree


def story_list() -> models.StoryIndexPage:
    """The list of stories, live in both languages; made on the first call."""
    home = site_tree().home
    page = models.StoryIndexPage.objects.child_of(home).first()
    if page is None:
        page = models.StoryIndexPage(slug="stories", title="故事与动态")
        home.add_child(instance=page)
        page.save_revision().publish()
        english = models.StoryIndexPage(slug="stories", title="Stories and news")
        publish_translation(page, english, Locale.objects.get(language_code="en"))
    return page


def text_block(*sources) -> dict:
    """A paragraph with its sources."""
    keys = [source.pk for source in sources]
    return {"type": "text", "value": {"text": "<p>种的人。</p>", "sources": keys}}


class EntryFactory(LivePageFactory):
    parent = factory.LazyFunction(story_list)
    slug = factory.Sequence(lambda n: f"entry-{n}")
    date = datetime.date(2025, 2, 20)
    body = factory.LazyFunction(lambda: [text_block(SourceFactory())])

    class Meta:
        abstract = True
        skip_postgeneration_save = True

    @factory.post_generation
    def products(self, create, products, **kwargs):
        if products:
            self.products = products
            self.save()

    @factory.post_generation
    def producers(self, create, producers, **kwargs):
        if producers:
            self.related_producers = [models.StoryProducer(producer=each) for each in producers]
            self.save()


class StoryPageFactory(EntryFactory):
    class Meta:
        model = models.StoryPage


class NewsPageFactory(EntryFactory):
    class Meta:
        model = models.NewsPage


class EventPageFactory(EntryFactory):
    """A festival of one day in February 2025."""

    place = "铁涌镇小屯村"

    class Meta:
        model = models.EventPage
