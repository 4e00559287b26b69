import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from gi_site.core.bilingual import Localised
from gi_site.core.validators import validate_http_url
from gi_site.search.fields import TokenIndexed, token_search_fields
from products.catalogue.enums import Confidence, DatePrecision, SourceKind


class PartialDate:
    """A date as exactly as its source states it: reads `<name>` and `<name>_precision`.

    Gives a `datetime.date` with only the stated parts to the formatter `partial_date`.
    """

    def __set_name__(self, owner, name):
        self.date_field = name.removesuffix("_stated")

    def __get__(self, record, owner=None):
        if record is None:
            return self
        date = getattr(record, self.date_field)
        return date and (date, DatePrecision(getattr(record, f"{self.date_field}_precision")))


def parse_partial_date(text: str | None) -> tuple[datetime.date | None, str]:
    """`"2018-03"` as (2018-03-01, "month"); None as (None, "day")."""
    if not text:
        return None, DatePrecision.DAY
    parts = [int(part) for part in text.split("-")]
    precision = (DatePrecision.YEAR, DatePrecision.MONTH, DatePrecision.DAY)[len(parts) - 1]
    return datetime.date(*[*parts, 1, 1][:3]), precision


class Source(TokenIndexed, index.Indexed, models.Model):
    """Record: a text in which a fact was read. Every published fact points to one."""

    key = models.SlugField(
        _("key"), max_length=60, unique=True, help_text=_("Short ASCII name, never changed.")
    )
    title_zh = models.CharField(_("title (Chinese)"), max_length=300)
    title_en = models.CharField(_("title (English)"), max_length=300)
    publisher_zh = models.CharField(_("publisher (Chinese)"), max_length=200, blank=True)
    publisher_en = models.CharField(_("publisher (English)"), max_length=200, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=SourceKind)
    published = models.DateField(_("published on"), null=True, blank=True)
    published_precision = models.CharField(
        _("precision of the date"),
        max_length=5,
        choices=DatePrecision,
        default=DatePrecision.DAY,
    )
    read_on = models.DateField(_("read on"), null=True, blank=True)
    url = models.URLField(
        _("link"),
        max_length=500,
        blank=True,
        validators=[validate_http_url],
        help_text=_("Only links that are safe to follow; leave empty for copies on odd sites."),
    )
    note_zh = models.TextField(_("note (Chinese)"), blank=True)
    note_en = models.TextField(_("note (English)"), blank=True)

    title = Localised()
    publisher = Localised()
    note = Localised()
    published_stated = PartialDate()

    search_fields = token_search_fields()

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["title_zh", "pk"]

    def __str__(self):
        return self.title

    @property
    def is_official(self) -> bool:
        """Whether the authority itself speaks, not somebody who quotes it."""
        return self.kind in (SourceKind.LAW, SourceKind.OFFICIAL, SourceKind.PLAN)

    def search_titles(self):
        """Found by title, publisher and key."""
        return [self.title_zh, self.title_en, self.publisher_zh, self.publisher_en, self.key]


class Sourced(models.Model):
    """A fact with its footing: one source, if possible a second, and how well it is supported."""

    source = models.ForeignKey(
        Source, verbose_name=_("source"), on_delete=models.PROTECT, related_name="+"
    )
    second_source = models.ForeignKey(
        Source,
        verbose_name=_("second source"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    confidence = models.CharField(
        _("confidence"), max_length=6, choices=Confidence, default=Confidence.MEDIUM
    )

    class Meta:
        abstract = True

    @property
    def sources(self) -> list[Source]:
        """The sources of this fact, the better one first."""
        return [source for source in (self.source, self.second_source) if source]
