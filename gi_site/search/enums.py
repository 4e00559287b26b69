"""How a search came to its results."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Stage(models.TextChoices):
    """Which reading of the query found something; the label is the sentence for the visitor."""

    EXACT = "exact", _("Everything you typed was found.")
    SOUND = "sound", _("Nothing is written like this; these sound alike.")
    SOME = "some", _("Nothing has all of these words; these have some of them.")
    NEAREST = "nearest", _("Nothing is spelt like this; these come nearest.")
    NOTHING = "nothing", _("Nothing was found.")


class Group(models.TextChoices):
    """Kinds of result, in the order of the search page; `search_group` of a page class."""

    PRODUCT = "product", pgettext_lazy("search results", "Products")
    KNOWLEDGE = "knowledge", pgettext_lazy("search results", "Knowledge")
    STORY = "story", pgettext_lazy("search results", "Stories and news")
    PAGE = "page", pgettext_lazy("search results", "Other pages")
