from django.db import models
from django.utils.cache import patch_vary_headers
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail_localize.fields import SynchronizedField, TranslatableField

from gi_site.core.fields import StreamField
from gi_site.core.models import BasePage
from gi_site.ops.limits import per_minute
from home.programme import (
    indicator_views,
    ledger_views,
    milestone_views,
    overview,
    pipeline,
    standard_views,
)
from home.programme.blocks import ProgrammeBody

# A minute, from one address. People behind one address - an office, a school - stay far below.
PAGES, COMPARISONS, FILES = 300, 60, 12


class ProgrammePage(RoutablePageMixin, BasePage):
    """Page: the programme 地标惠农 and all that is known of its work.

    Editors write what it is and does; everything else comes from the records.
    """

    introduction = models.TextField(
        _("introduction"),
        blank=True,
        help_text=_("What the programme is; an empty line ends a paragraph."),
    )
    body = StreamField(ProgrammeBody(), verbose_name=_("what it does"), blank=True)

    parent_page_types = ["home.HomePage"]
    subpage_types = []
    max_count_per_parent = 1

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("introduction"),
        FieldPanel("body"),
    ]
    override_translatable_fields = [
        SynchronizedField("slug"),
        TranslatableField("introduction"),
    ]

    class Meta:
        verbose_name = _("programme")

    @path("")
    def overview(self, request):
        """What the programme is and does, and how far it has come."""
        return self._render(request, "overview", overview.context(self))

    @path("indicators/")
    def indicators(self, request):
        """Every indicator with its values or how it is counted."""
        return self._render(request, "indicators", indicator_views.context())

    @path("ledger/")
    @method_decorator(per_minute(PAGES, scope="ledger"))
    def ledger(self, request):
        """Every figure of every product, or only what was found when htmx asks."""
        template = "_figures" if request.htmx else "ledger"
        response = self._render(request, template, ledger_views.context(request, self.locale))
        patch_vary_headers(response, ["HX-Request"])
        return response

    @path("ledger/export/<str:kind>/")
    @method_decorator(per_minute(FILES, scope="ledger-files"))
    def export_ledger(self, request, kind):
        """The ledger as a file."""
        return ledger_views.export(request, kind)

    @path("pipeline/")
    def pipeline(self, request):
        """How far each product has come, and the demonstration areas."""
        return self._render(request, "pipeline", pipeline.context(self.locale))

    @path("standards/")
    def standards(self, request):
        """The library of product standards."""
        return self._render(request, "standards", standard_views.library_context())

    @path("standards/compare/")
    @method_decorator(per_minute(COMPARISONS, scope="comparison"))
    def compare_standards(self, request):
        """Two versions, section by section."""
        return self._render(request, "comparison", standard_views.comparison_context(request))

    @path("standards/<int:pk>/")
    def standard(self, request, pk):
        """One version of the rules for a product."""
        return self._render(request, "standard", standard_views.version_context(pk))

    @path("milestones/")
    def milestones(self, request):
        """What happened when, who takes part, and the documents."""
        return self._render(request, "milestones", milestone_views.context(self.locale))

    def _render(self, request, template, context):
        return self.render(
            request, context_overrides=context, template=f"programme/{template}.html"
        )

    def search_bodies(self):
        """Found by what editors have written."""
        works = [f"{work.value['heading']} {work.value['text']}" for work in self.body]
        return [*super().search_bodies(), self.introduction, *works]
