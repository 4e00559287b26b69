"""Atom feeds (RFC 4287) of the legal facts: all of them, or of one record."""

import datetime

from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gi_site.core.feeds import CleanAtom, LocalFeed
from gi_site.core.templatetags.formats import announcement_words, long_date
from gi_site.core.templatetags.site import local_path
from home.following.models import PublicChange
from home.following.reading import Reading, baseline, read
from products.catalogue.models import GIProduct
from products.producers.models import Producer
from products.registry.models import Authorisation

LENGTH = 50
# An empty feed, too, must say when it was last changed.
FIRST_DAY = datetime.date(2026, 11, 1)


def tag_uri(path: str) -> str:
    """A tag URI (RFC 4151): an id that stays the same on every host and for all time."""
    return f"tag:huizhou-gi,{FIRST_DAY}:{get_language()}/{path}"


class SteadyAtom(CleanAtom):
    """Atom whose empty feed does not say anew each time that it has just been changed."""

    def latest_post_date(self):
        if self.items:
            return super().latest_post_date()
        return timezone.make_aware(
            datetime.datetime.combine(baseline() or FIRST_DAY, datetime.time())
        )


class FactsFeed(LocalFeed):
    """The newest changes of legal facts in the reader's language."""

    feed_type = SteadyAtom

    def changes(self, record):
        """What the feed is about."""
        return PublicChange.objects.all()

    def title(self, record):
        return _("Huizhou GI: record of changes")

    def subtitle(self, record):
        return _(
            "Protections, authorisations to use the mark, notices and products: what has changed,"
            " from when on, and on what notice."
        )

    def link(self, record):
        return local_path(f"changes/{self.query(record)}")

    def query(self, record) -> str:
        """The part of the address that narrows the page to the same changes."""
        return ""

    def feed_guid(self, record):
        return tag_uri(f"facts/{self.query(record)}")

    def items(self, record):
        return read(self.changes(record).newest_first().for_reading()[:LENGTH])

    def item_title(self, item: Reading):
        return item.wording.sentence

    def item_description(self, item: Reading):
        """As HTML, which is what Django says of it: hence escaped."""
        return escape(" ".join(_summary(item)))

    def item_link(self, item: Reading):
        return item.permanent_path

    def item_guid(self, item: Reading):
        return tag_uri(f"changes/{item.change.pk}")

    def item_pubdate(self, item: Reading):
        return item.recorded_at

    def item_updateddate(self, item: Reading):
        return item.recorded_at

    def item_categories(self, item: Reading):
        return (item.change.kind,)


class ProductFeed(FactsFeed):
    """What concerns one product."""

    def get_object(self, request, slug):
        return GIProduct.objects.get(slug=slug)

    def changes(self, record):
        return PublicChange.objects.of_product(record.slug)

    def title(self, record):
        return _("Huizhou GI: record of changes: %(record)s") % {"record": record.name}

    def query(self, record):
        return f"?product={record.slug}"


class ProducerFeed(ProductFeed):
    """What concerns one producer; samples have no feed."""

    def get_object(self, request, slug):
        return Producer.objects.get(slug=slug, is_sample=False)

    def changes(self, record):
        return PublicChange.objects.of_producer(record.slug)

    def query(self, record):
        return f"?producer={record.slug}"


class EntryFeed(ProductFeed):
    """What concerns one entry of the registry, as long as everybody may see it."""

    def get_object(self, request, number):
        return Authorisation.objects.public().real().get(public_number=number.upper())

    def changes(self, record):
        return PublicChange.objects.of_entry(record.public_number)

    def title(self, record):
        return _("Huizhou GI: record of changes: %(record)s") % {
            "record": f"{record.name_as_printed} {record.public_number}"
        }

    def query(self, record):
        return f"?entry={record.public_number}"


def _summary(item: Reading):
    yield item.wording.sentence
    change = item.change
    if change.holds_from:
        yield _("It holds from %(day)s on.") % {"day": long_date(change.holds_from)}
    if change.notice_number:
        yield _("Notice: %(number)s.") % {"number": announcement_words(change.notice_number)}
