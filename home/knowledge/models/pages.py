from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail_localize.fields import SynchronizedField

from gi_site.core.fields import StreamField
from gi_site.core.models import BasePage
from gi_site.ops.limits import per_minute
from home.blocks import ContentBody
from home.knowledge import glossary, quiz, recognising, sheets

# Answers to the quiz are not kept in the page cache. A class behind one address stays far below.
QUIZ_ANSWERS = 300


class ToolPage(RoutablePageMixin, BasePage):
    """A page whose main part comes from records; editors write what stands around it."""

    body = StreamField(
        ContentBody(),
        verbose_name=_("text"),
        blank=True,
        help_text=_("What holds for everything on these pages, with its sources."),
    )

    parent_page_types = ["home.ContentPage"]
    subpage_types = []
    max_count_per_parent = 1
    search_group = "knowledge"

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    override_translatable_fields = [SynchronizedField("slug")]

    class Meta:
        abstract = True

    def search_bodies(self):
        """Found by the words of its text."""
        return [*super().search_bodies(), *self.body.stream_block.get_searchable_content(self.body)]

    def show(self, request, template, context):
        """`template` of this app with `context`."""
        return self.render(request, context_overrides=context, template=f"knowledge/{template}")


class GlossaryPage(ToolPage):
    """Page: every term with its explanation, by pinyin in Chinese and by letter in English."""

    class Meta:
        verbose_name = _("glossary")

    @path("")
    def terms(self, request):
        """All of them."""
        return self.show(request, "glossary.html", glossary.glossary_context())

    def search_titles(self):
        """Found by every term."""
        return [*super().search_titles(), *glossary.names()]

    def search_bodies(self):
        """Found by the explanations in its language."""
        return [*super().search_bodies(), *glossary.explanations(self.locale.language_code)]

    def search_place(self, terms):
        """The term that was looked for."""
        return glossary.place_of(terms)


class RecognisePage(ToolPage):
    """Page: how to recognise each product, from what its record knows."""

    class Meta:
        verbose_name = _("how to recognise the products")

    @path("")
    def products(self, request):
        """The products to choose from."""
        return self.show(request, "recognise.html", recognising.list_context(self))

    @path("<slug:slug>/")
    def product(self, request, slug):
        """One product."""
        return self.show(
            request, "recognise_product.html", recognising.product_context(request, self, slug)
        )


class SheetsPage(ToolPage):
    """Page: a sheet of paper for each product."""

    class Meta:
        verbose_name = _("product sheets")

    @path("")
    def products(self, request):
        """The products to choose from."""
        return self.show(request, "sheets.html", sheets.list_context(self))

    @path("<slug:slug>/")
    def product(self, request, slug):
        """One sheet."""
        return self.show(request, "sheet.html", sheets.product_context(request, self, slug))


class QuizPage(ToolPage):
    """Page: a few questions about geographical indications, without a score kept anywhere."""

    class Meta:
        verbose_name = _("quiz")

    @path("")
    @method_decorator(per_minute(QUIZ_ANSWERS, scope="quiz"))
    def questions(self, request):
        """The questions, or the result once answers came."""
        return self.show(request, "quiz.html", quiz.quiz_context(request))
