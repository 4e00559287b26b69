from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail_localize.fields import SynchronizedField

from gi_site.core.models import BasePage
from home.stories.lists import list_context


class StoryIndexPage(RoutablePageMixin, BasePage):
    """Page: the list of stories, news and events."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["stories.StoryPage", "stories.NewsPage", "stories.EventPage"]
    max_count_per_parent = 1
    override_translatable_fields = [SynchronizedField("slug")]

    class Meta:
        verbose_name = _("list of stories")

    @path("")
    def entries(self, request):
        """The list, or only its results when htmx asks."""
        template = "stories/_results.html" if request.htmx else "stories/story_index_page.html"
        response = self.render(
            request,
            context_overrides=list_context(request, self.locale.language_code),
            template=template,
        )
        patch_vary_headers(response, ["HX-Request"])
        return response
