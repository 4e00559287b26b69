from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import RevisionMixin
from wagtail.search import index

from gi_site.core.bilingual import Localised
from gi_site.core.validators import validate_http_url
from gi_site.search.fields import TokenIndexed, token_search_fields
from products.registry.authorities import ENGLISH_NAMES


class Notice(TokenIndexed, RevisionMixin, index.Indexed, models.Model):
    """Record: an announcement that begins, changes or ends the right to use the mark."""

    number = models.CharField(
        _("number"),
        max_length=80,
        help_text=_("As printed, for example 国家知识产权局公告第475号."),
    )
    issued_on = models.DateField(_("date"))
    authority_zh = models.CharField(_("authority (Chinese)"), max_length=120)
    authority_en = models.CharField(_("authority (English)"), max_length=160, blank=True)
    title_zh = models.CharField(_("title (Chinese)"), max_length=300, blank=True)
    title_en = models.CharField(_("title (English)"), max_length=300, blank=True)
    file = models.ForeignKey(
        "core.SiteDocument",
        verbose_name=_("file"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    url = models.URLField(_("link"), max_length=500, blank=True, validators=[validate_http_url])
    source = models.ForeignKey(
        "catalogue.Source",
        verbose_name=_("source"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Where it was read, if not in the notice itself."),
    )
    is_sample = models.BooleanField(_("sample"), default=False, editable=False)

    authority = Localised()
    title = Localised()

    search_fields = token_search_fields()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-issued_on", "number", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["authority_zh", "number", "issued_on"],
                name="notice_once",
                violation_error_message=_("This notice is already recorded."),
            )
        ]

    def __str__(self):
        return self.number

    def save(self, *args, **kwargs):
        if not self.authority_en:
            self.authority_en = ENGLISH_NAMES.get(self.authority_zh, "")
        super().save(*args, **kwargs)

    def search_titles(self):
        """Found by number, title and authority."""
        return [self.number, self.title_zh, self.title_en, self.authority_zh, self.authority_en]
