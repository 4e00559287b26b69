from .entries import StoryEntry, StoryProducer
from .index import StoryIndexPage
from .pages import EventPage, NewsPage, StoryPage

__all__ = ["EventPage", "NewsPage", "StoryEntry", "StoryIndexPage", "StoryPage", "StoryProducer"]
