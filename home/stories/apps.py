from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StoriesConfig(AppConfig):
    name = "home.stories"
    label = "stories"
    verbose_name = _("Stories and news")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from gi_site.core.page_sections import add_section

        from . import sections

        add_section("home_stories", "stories/sections/home.html", sections.home_stories)
        add_section("programme_stories", "stories/sections/beside.html", sections.programme_stories)
        add_section("product", "stories/sections/beside.html", sections.stories_of_product)
        add_section("producer_end", "stories/sections/beside.html", sections.stories_of_producer)
