from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from pypinyin import Style, lazy_pinyin
from wagtail.models import RevisionMixin
from wagtail.search import index

from gi_site.core.bilingual import Localised
from gi_site.search.fields import TokenIndexed, token_search_fields
from products.catalogue.models.sources import Sourced


class TermQuerySet(models.QuerySet):
    def for_glossary(self):
        """Each term with its sources and the terms it points to: two queries."""
        return self.select_related("source", "second_source").prefetch_related("see_also")


class Term(TokenIndexed, RevisionMixin, index.Indexed, ClusterableModel, Sourced):
    """Record: a word of the glossary, explained in both languages."""

    slug = models.SlugField(
        _("anchor"),
        max_length=60,
        unique=True,
        help_text=_("Short ASCII name for links to this term; never changed."),
    )
    term_zh = models.CharField(_("term (Chinese)"), max_length=60, unique=True)
    term_en = models.CharField(_("term (English)"), max_length=100, unique=True)
    pinyin = models.CharField(
        _("pinyin"),
        max_length=160,
        blank=True,
        help_text=_("The Chinese glossary is in this order. Left empty, it is filled in."),
    )
    explanation_zh = models.TextField(
        _("explanation (Chinese)"),
        max_length=600,
        help_text=_("Two or three sentences that somebody without the subject understands."),
    )
    explanation_en = models.TextField(_("explanation (English)"), max_length=900)
    see_also = ParentalManyToManyField(
        "self",
        verbose_name=_("see also"),
        symmetrical=False,
        blank=True,
        related_name="seen_from",
    )

    term = Localised()
    explanation = Localised()

    objects = TermQuerySet.as_manager()

    search_fields = token_search_fields(body=True)

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["slug"]

    def __str__(self):
        return self.term

    def save(self, *args, **kwargs):
        if not self.pinyin:
            self.pinyin = " ".join(lazy_pinyin(self.term_zh, style=Style.TONE))
        return super().save(*args, **kwargs)

    def search_titles(self):
        """Found by the term in both languages and by its pinyin."""
        return [self.term_zh, self.term_en, self.pinyin]

    def search_bodies(self):
        """Found by the words of its explanations."""
        return [self.explanation_zh, self.explanation_en]
