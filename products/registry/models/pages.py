from django.db import models
from django.utils.cache import patch_vary_headers
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail_localize.fields import SynchronizedField, TranslatableField

from gi_site.core.models import BasePage
from gi_site.ops.limits import per_minute
from products.registry import views

# A minute, from one address. People behind one address - a market, a school - stay far below.
CHECKS, FILES = 300, 12


class RegistryIndexPage(RoutablePageMixin, BasePage):
    """Page: the public registry of lawful users with all that hangs on it.

    Editors write its introductions; everything else comes from the records.
    """

    introduction = models.TextField(
        _("introduction"),
        blank=True,
        help_text=_("Above the list; an empty line ends a paragraph."),
    )
    check_introduction = models.TextField(
        _("introduction of the check"), blank=True, help_text=_("Above the box to check a mark.")
    )

    parent_page_types = ["home.HomePage"]
    subpage_types = []
    max_count_per_parent = 1

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("introduction"),
        FieldPanel("check_introduction"),
    ]
    override_translatable_fields = [
        SynchronizedField("slug"),
        TranslatableField("introduction"),
        TranslatableField("check_introduction"),
    ]

    class Meta:
        verbose_name = _("registry")

    @path("")
    @method_decorator(per_minute(CHECKS, scope="registry"))
    def entries(self, request):
        """The list, or only its results when htmx asks."""
        template = "registry/_results.html" if request.htmx else "registry/list.html"
        response = self._render(request, template, views.list_context(request))
        patch_vary_headers(response, ["HX-Request"])
        return response

    @path("check/")
    @method_decorator(per_minute(CHECKS, scope="registry"))
    def check_mark(self, request):
        """The box, and the answer if something was asked."""
        context = views.check_context(request, self.get_url(request))
        response = self._render(request, "registry/check.html", context)
        if "answer" in context:
            # An answer carries the time at which it was given; a stored one would lie.
            response["Cache-Control"] = "private, no-store"
        return response

    @path("data/")
    def data_dictionary(self, request):
        """What the columns of the files mean."""
        return self._render(request, "registry/data.html", views.dictionary_context())

    @path("export/<str:kind>/")
    @method_decorator(per_minute(FILES, scope="registry-files"))
    def export(self, request, kind):
        """The list as a file."""
        return views.export_response(request, kind)

    @path("<str:number>/")
    @method_decorator(per_minute(CHECKS, scope="registry"))
    def entry(self, request, number):
        """One authorisation."""
        context = views.entry_context(request, self.get_url(request), number)
        return self._render(request, "registry/entry.html", context)

    def _render(self, request, template, context):
        return self.render(request, context_overrides=context, template=template)

    def search_bodies(self):
        """Found by its introductions too."""
        return [*super().search_bodies(), self.introduction, self.check_introduction]
