from django.db import models
from django.utils.translation import gettext_lazy as _

from gi_site.core.bilingual import Localised
from gi_site.core.validators import validate_http_url
from home.programme.enums import DocumentKind, Level
from products.catalogue.enums import DatePrecision
from products.catalogue.models.sources import PartialDate, Sourced


class FromContent(models.Model):
    """A record that a content file may have brought along; what staff add has no key."""

    key = models.SlugField(max_length=60, unique=True, null=True, blank=True, editable=False)
    content_checksum = models.CharField(max_length=64, blank=True, editable=False)

    class Meta:
        abstract = True


class Event(FromContent, Sourced):
    """A record with a title and a day, as exactly as its source states it."""

    title_zh = models.CharField(_("title (Chinese)"), max_length=120)
    title_en = models.CharField(_("title (English)"), max_length=200)
    on = models.DateField(_("date"))
    on_precision = models.CharField(
        _("precision of the date"),
        max_length=5,
        choices=DatePrecision,
        default=DatePrecision.DAY,
    )

    title = Localised()
    on_stated = PartialDate()

    class Meta:
        abstract = True

    def __str__(self):
        return self.title


class Milestone(Event):
    """Record: something that brought the programme on.

    Announcements of rights are not recorded again: the page takes them from the protections.
    """

    text_zh = models.TextField(_("text (Chinese)"), blank=True)
    text_en = models.TextField(_("text (English)"), blank=True)
    product = models.ForeignKey(
        "catalogue.GIProduct",
        verbose_name=_("GI product"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="milestones",
        help_text=_("Leave empty if it is about the whole programme."),
    )

    text = Localised()

    class Meta:
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")
        ordering = ["-on", "pk"]


class DemonstrationArea(FromContent, Sourced):
    """Record: a demonstration area that was conferred on a place.

    Titles of single products, also demonstration villages, are recognitions of the product.
    """

    name_zh = models.CharField(_("name (Chinese)"), max_length=120, unique=True)
    name_en = models.CharField(_("name (English)"), max_length=200)
    level = models.CharField(_("level"), max_length=10, choices=Level)
    product = models.ForeignKey(
        "catalogue.GIProduct",
        verbose_name=_("GI product"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="demonstration_areas",
    )
    district = models.ForeignKey(
        "catalogue.District",
        verbose_name=_("district"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="demonstration_areas",
    )
    conferred_by_zh = models.CharField(_("conferred by (Chinese)"), max_length=160)
    conferred_by_en = models.CharField(_("conferred by (English)"), max_length=200)
    on = models.DateField(_("date"), null=True, blank=True)
    on_precision = models.CharField(
        _("precision of the date"),
        max_length=5,
        choices=DatePrecision,
        default=DatePrecision.DAY,
    )

    name = Localised()
    conferred_by = Localised()
    on_stated = PartialDate()

    class Meta:
        verbose_name = _("demonstration area")
        verbose_name_plural = _("demonstration areas")
        ordering = ["-on", "pk"]

    def __str__(self):
        return self.name


class Partner(FromContent, Sourced):
    """Record: a body that takes part in the programme, and what it does."""

    name_zh = models.CharField(_("name (Chinese)"), max_length=120, unique=True)
    name_en = models.CharField(_("name (English)"), max_length=200)
    role_zh = models.CharField(_("what it does (Chinese)"), max_length=200)
    role_en = models.CharField(_("what it does (English)"), max_length=300)
    url = models.URLField(
        _("link"),
        max_length=500,
        blank=True,
        validators=[validate_http_url],
        help_text=_("Its own site, if the link is safe to follow."),
    )
    sort_order = models.PositiveSmallIntegerField(_("order"), default=100)

    name = Localised()
    role = Localised()

    class Meta:
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        ordering = ["sort_order", "pk"]

    def __str__(self):
        return self.name


class ProgrammeDocument(FromContent, Sourced):
    """Record: a plan, an annual report or a notice of the programme, as file, link or title."""

    kind = models.CharField(_("kind"), max_length=10, choices=DocumentKind)
    title_zh = models.CharField(_("title (Chinese)"), max_length=200)
    title_en = models.CharField(_("title (English)"), max_length=300)
    year = models.PositiveSmallIntegerField(
        _("year"), null=True, blank=True, help_text=_("The year it is about; empty if unknown.")
    )
    file = models.ForeignKey(
        "core.SiteDocument",
        verbose_name=_("file"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Only if we may offer it; else give the title alone."),
    )
    url = models.URLField(_("link"), max_length=500, blank=True, validators=[validate_http_url])

    title = Localised()

    class Meta:
        verbose_name = _("document of the programme")
        verbose_name_plural = _("documents of the programme")
        ordering = ["kind", models.F("year").desc(nulls_last=True), "pk"]

    def __str__(self):
        return self.title
