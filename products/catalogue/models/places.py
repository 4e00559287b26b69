from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from gi_site.core.bilingual import Localised


class District(models.Model):
    """Snippet: one of the five districts and counties, or a development zone inside one."""

    class Kind(models.TextChoices):
        DISTRICT = "district", pgettext_lazy("kind of place", "District")
        COUNTY = "county", _("County")
        ZONE = "zone", _("Development zone")

    adcode = models.CharField(
        _("administrative code"),
        max_length=6,
        unique=True,
        null=True,
        blank=True,
        help_text=_("Six digits; development zones have none."),
    )
    slug = models.SlugField(_("slug"), unique=True)
    name_zh = models.CharField(_("name (Chinese)"), max_length=40)
    name_en = models.CharField(_("name (English)"), max_length=60)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("lies in"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="zones",
    )
    boundary = models.JSONField(
        _("boundary"),
        null=True,
        blank=True,
        help_text=_("GeoJSON geometry in degrees (CGCS2000)."),
    )

    name = Localised()

    class Meta:
        verbose_name = _("district")
        verbose_name_plural = _("districts")
        ordering = ["adcode", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="zone", parent__isnull=False)
                | (~models.Q(kind="zone") & models.Q(adcode__isnull=False)),
                name="district_has_adcode_or_parent",
                violation_error_message=_(
                    "A district or county needs its administrative code, a zone the district it"
                    " lies in."
                ),
            )
        ]

    def __str__(self):
        return self.name


class Category(models.Model):
    """Snippet: a class of products, as visitors know it."""

    slug = models.SlugField(_("slug"), unique=True)
    name_zh = models.CharField(_("name (Chinese)"), max_length=40)
    name_en = models.CharField(_("name (English)"), max_length=60)
    gbt43583 = models.CharField(
        _("GB/T 43583 code"),
        max_length=20,
        blank=True,
        help_text=_("Code of the class in the standard on GI data; leave empty until checked."),
    )
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    name = Localised()

    class Meta:
        verbose_name = _("product class")
        verbose_name_plural = _("product classes")
        ordering = ["sort_order", "pk"]

    def __str__(self):
        return self.name
