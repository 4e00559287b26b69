"""Home page and content pages."""

from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail_localize.fields import SynchronizedField

from gi_site.core.fields import StreamField
from gi_site.core.models import BasePage
from home.blocks import ContentBody, HomeBody
from home.showcase import Showcase


class HomePage(BasePage):
    """Page: the entrance; editors compose it from blocks."""

    body = StreamField(HomeBody(), verbose_name=_("content"), blank=True)

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "catalogue.ProductIndexPage",
        "producers.ProducerIndexPage",
        "registry.RegistryIndexPage",
        "programme.ProgrammePage",
        "home.ContentPage",
        "stories.StoryIndexPage",
        "protect.ProtectPage",
        "open_data.DataPage",
    ]

    content_panels = [*BasePage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("home page")

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | {"showcase": Showcase(self)}


class ContentPage(BasePage):
    """Page: knowledge and texts about the site."""

    body = StreamField(ContentBody(), verbose_name=_("text"), blank=True)

    parent_page_types = ["home.HomePage", "home.ContentPage"]
    subpage_types = [
        "home.ContentPage",
        "knowledge.GlossaryPage",
        "knowledge.QuizPage",
        "knowledge.RecognisePage",
        "knowledge.SheetsPage",
    ]
    search_group = "knowledge"

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    override_translatable_fields = [SynchronizedField("slug")]

    class Meta:
        verbose_name = _("content page")
        verbose_name_plural = _("content pages")

    @property
    def questions(self) -> list:
        """The questions that this page answers, in order."""
        return [block.value for block in self.body if block.block_type == "question"]

    @property
    def structured_data(self) -> dict:
        """schema.org: the questions with their answers."""
        return {
            "@context": "https://schema.org",
            "@type": "FAQPage",
            "mainEntity": [
                {
                    "@type": "Question",
                    "name": question["question"],
                    "acceptedAnswer": {
                        "@type": "Answer",
                        "text": strip_tags(question["text"].source),
                    },
                }
                for question in self.questions
            ],
        }

    def search_bodies(self):
        """Found by the words of its text."""
        return [*super().search_bodies(), *self.body.stream_block.get_searchable_content(self.body)]
