from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail_localize.fields import SynchronizedField, TranslatableField

from gi_site.core.models import BasePage
from home.open_data import views


class DataPage(RoutablePageMixin, BasePage):
    """Page: what open data there is, as files and as an API, and what each field means."""

    introduction = models.TextField(
        _("introduction"),
        blank=True,
        help_text=_("Above the files; an empty line ends a paragraph."),
    )

    parent_page_types = ["home.HomePage"]
    subpage_types = []
    max_count_per_parent = 1

    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]
    override_translatable_fields = [
        SynchronizedField("slug"),
        TranslatableField("introduction"),
    ]

    class Meta:
        verbose_name = _("open data")

    @path("")
    def overview(self, request):
        """Files, API and archives."""
        return self._render(request, "open_data/data_page.html", views.overview_context(request))

    @path("<slug:name>/")
    def dataset(self, request, name):
        """The data dictionary of one dataset."""
        context = views.dictionary_context(name)
        return self._render(request, "open_data/dictionary.html", context)

    def _render(self, request, template, context):
        return self.render(request, context_overrides=context, template=template)

    def search_bodies(self):
        """Found by its introduction too."""
        return [*super().search_bodies(), self.introduction]
