from django.core.exceptions import ValidationError
from django.db import models
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import PageManager
from wagtail_localize.fields import SynchronizedField, TranslatableField

from gi_site.core.fields import StreamField
from gi_site.core.models import BasePage
from gi_site.core.models.pages import SitePageQuerySet
from products.catalogue.blocks import ProductBody
from products.catalogue.finder_views import calendar_context, finder_context, map_context
from products.catalogue.product_views import product_context

from .products import GIProduct


class ProductIndexPage(RoutablePageMixin, BasePage):
    """Page: the finder, the map and the season calendar."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["catalogue.ProductPage"]
    max_count_per_parent = 1
    override_translatable_fields = [SynchronizedField("slug")]

    class Meta:
        verbose_name = _("product finder")

    @path("")
    def finder(self, request):
        """The list, or only its results when htmx asks."""
        template = (
            "catalogue/_results.html" if request.htmx else "catalogue/product_index_page.html"
        )
        response = self.render(
            request, context_overrides=finder_context(request, self.locale), template=template
        )
        patch_vary_headers(response, ["HX-Request"])
        return response

    @path("map/")
    def map(self, request):
        """The schematic map."""
        return self.render(
            request,
            context_overrides=map_context(request, self),
            template="catalogue/product_map.html",
        )

    @path("calendar/")
    def calendar(self, request):
        """The season calendar."""
        return self.render(
            request,
            context_overrides=calendar_context(self),
            template="catalogue/product_calendar.html",
        )


class ProductPageQuerySet(SitePageQuerySet):
    def for_serving(self):
        """The page with its record."""
        return (
            super()
            .for_serving()
            .select_related("product__category", "product__image", "product__area_source")
        )


class ProductPage(BasePage):
    """Page: the story of one product in one language; its facts are those of the record."""

    product = models.ForeignKey(
        GIProduct, verbose_name=_("GI product"), on_delete=models.PROTECT, related_name="pages"
    )
    body = StreamField(ProductBody(), verbose_name=_("text"), blank=True)
    not_yet_known = models.TextField(
        _("not yet known"),
        blank=True,
        help_text=_("What nobody has found out yet, one item a line."),
    )

    objects = PageManager.from_queryset(ProductPageQuerySet)()

    parent_page_types = ["catalogue.ProductIndexPage"]
    subpage_types = []
    search_group = "product"

    content_panels = [
        FieldPanel("title"),
        FieldPanel("product"),
        FieldPanel("summary", heading=_("Why it is special"), help_text=_("One sentence.")),
        FieldPanel("body"),
        FieldPanel("not_yet_known"),
    ]
    override_translatable_fields = [
        SynchronizedField("product"),
        SynchronizedField("slug"),
        TranslatableField("not_yet_known"),
    ]

    class Meta:
        verbose_name = _("product page")
        verbose_name_plural = _("product pages")

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | product_context(request, self)

    def clean(self):
        super().clean()
        if self.product_id and self._twin_exists():
            raise ValidationError(
                {"product": _("This product already has a page in this language.")}
            )

    def _twin_exists(self):
        twins = ProductPage.objects.filter(product_id=self.product_id, locale_id=self.locale_id)
        return twins.exclude(pk=self.pk).exists()

    def search_titles(self):
        """Found by every name of the product as well as by the titles of the page."""
        return [*super().search_titles(), *self.product.search_titles()]

    def search_bodies(self):
        """Found by the words of its passages."""
        return [
            *super().search_bodies(),
            *(passage["text"] for section in self.body for passage in section.value["passages"]),
        ]
