from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import PageManager
from wagtail_localize.fields import SynchronizedField

from gi_site.core.fields import StreamField
from gi_site.core.models import BasePage
from gi_site.core.models.pages import SitePageQuerySet
from products.producers.blocks import ProducerBody
from products.producers.views import entry_context, list_context

from .producers import Producer


class ProducerIndexPage(RoutablePageMixin, BasePage):
    """Page: the list of producers, and the entry of each that has no page of its own."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["producers.ProducerPage"]
    max_count_per_parent = 1
    override_translatable_fields = [SynchronizedField("slug")]

    class Meta:
        verbose_name = _("list of producers")

    @path("")
    def producers(self, request):
        """The list, or only its results when htmx asks."""
        template = (
            "producers/_results.html" if request.htmx else "producers/producer_index_page.html"
        )
        response = self.render(request, context_overrides=list_context(request), template=template)
        patch_vary_headers(response, ["HX-Request"])
        return response

    @path("<slug:slug>/")
    def entry(self, request, slug):
        """The public entry of a producer without a page."""
        producer = Producer.objects.for_entry(self.locale).filter(slug=slug).first()
        if producer is None:
            raise Http404
        return self.render(
            request,
            context_overrides=entry_context(request, producer, self),
            template="producers/producer_entry.html",
        )


class ProducerPageQuerySet(SitePageQuerySet):
    def for_serving(self):
        """The page with its record."""
        return super().for_serving().select_related("producer")


class ProducerPage(BasePage):
    """Page: the story of one producer in one language; its facts are those of the record."""

    producer = models.ForeignKey(
        Producer, verbose_name=_("producer"), on_delete=models.PROTECT, related_name="pages"
    )
    body = StreamField(ProducerBody(), verbose_name=_("text"), blank=True)

    objects = PageManager.from_queryset(ProducerPageQuerySet)()

    parent_page_types = ["producers.ProducerIndexPage"]
    subpage_types = []
    template = "producers/producer_page.html"

    content_panels = [
        FieldPanel("title"),
        FieldPanel("producer"),
        FieldPanel("summary"),
        FieldPanel("body"),
    ]
    override_translatable_fields = [SynchronizedField("producer"), SynchronizedField("slug")]

    class Meta:
        verbose_name = _("producer's page")
        verbose_name_plural = _("producers' pages")

    def get_context(self, request, *args, **kwargs):
        producer = Producer.objects.for_entry(self.locale).get(pk=self.producer_id)
        context = super().get_context(request, *args, **kwargs)
        return context | entry_context(request, producer, self)

    def full_clean(self, *args, **kwargs):
        self._take_slug()
        super().full_clean(*args, **kwargs)

    def _take_slug(self):
        """Page and record share one address: with or without a page it stays the same."""
        if self.producer_id:
            self.slug = self.producer.slug

    def clean(self):
        super().clean()
        if self.producer_id and self._twin_exists():
            raise ValidationError(
                {"producer": _("This producer already has a page in this language.")}
            )

    def _twin_exists(self):
        twins = ProducerPage.objects.filter(producer_id=self.producer_id, locale_id=self.locale_id)
        return twins.exclude(pk=self.pk).exists()

    def search_titles(self):
        """Found by every name of the producer as well as by the titles of the page."""
        return [*super().search_titles(), *self.producer.search_titles()]

    def search_bodies(self):
        """Found by its story, its products and its place."""
        return [
            *super().search_bodies(),
            *self.producer.search_bodies(),
            *self.body.stream_block.get_searchable_content(self.body),
        ]
