from django.db import models
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition

from gi_site.search.fields import TokenIndexed, token_search_fields

# Stands as the author of the pictures that were drawn for this site.
ILLUSTRATOR = "Huizhou GI site contributors"


class SiteImage(TokenIndexed, AbstractImage):
    """A picture that may be published: it says what it shows, who made it and under which terms."""

    alt_zh = models.CharField(
        _("what it shows (Chinese)"),
        max_length=500,
        help_text=_("Read aloud to people who cannot see the picture. One plain sentence."),
    )
    alt_en = models.CharField(_("what it shows (English)"), max_length=500)
    author = models.CharField(_("author"), max_length=120)
    licence = models.CharField(
        _("licence"),
        max_length=120,
        help_text=_("For example “CC BY 4.0” or “With the photographer's consent of 2026-05-01”."),
    )

    admin_form_fields = (
        "title",
        "file",
        "alt_zh",
        "alt_en",
        "author",
        "licence",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )
    search_fields = AbstractImage.search_fields + token_search_fields()

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    @property
    def default_alt_text(self):
        """The alternative text in the reader's language."""
        return self.alt_en if get_language() == "en" else self.alt_zh

    @property
    def credit(self) -> str:
        """The author; the site's own illustrators in the reader's language."""
        return (
            gettext("Huizhou GI site contributors") if self.author == ILLUSTRATOR else self.author
        )

    def search_titles(self):
        """Texts whose every part finds this picture."""
        return [self.title, self.alt_zh, self.alt_en]


class SiteRendition(AbstractRendition):
    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        verbose_name = _("picture rendition")
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="unique_rendition"
            )
        ]


class SiteDocument(TokenIndexed, AbstractDocument):
    """A file to download."""

    admin_form_fields = Document.admin_form_fields
    search_fields = AbstractDocument.search_fields + token_search_fields()

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def search_titles(self):
        """Texts whose every part finds this document."""
        return [self.title]
