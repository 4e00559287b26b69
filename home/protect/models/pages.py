from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail_localize.fields import SynchronizedField

from gi_site.core.fields import StreamField
from gi_site.core.models import BasePage
from home.blocks import ContentBody
from home.protect.counts import public_counts

from .reports import Report


class ProtectPage(BasePage):
    """Page: what misuse of a protected name is, where to turn, and what became of reports.

    Editors write the text; the way to report and the yearly counts are added to it.
    """

    body = StreamField(ContentBody(), verbose_name=_("text"), blank=True)

    parent_page_types = ["home.HomePage"]
    subpage_types = []
    max_count_per_parent = 1
    search_group = "knowledge"

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    override_translatable_fields = [SynchronizedField("slug")]

    class Meta:
        verbose_name = _("protection of rights")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return context | {"counts": public_counts(Report.objects.counted())}

    def search_bodies(self):
        """Found by the words of its text."""
        return [*super().search_bodies(), *self.body.stream_block.get_searchable_content(self.body)]
