from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FollowingConfig(AppConfig):
    name = "home.following"
    label = "following"
    verbose_name = _("Changes and alerts")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from gi_site.core.page_sections import add_section

        from . import signal_handlers
        from .sections import changes_of_entry, changes_of_producer, changes_of_product

        signal_handlers.connect()
        add_section("product", "following/section.html", changes_of_product)
        add_section("producer_end", "following/section.html", changes_of_producer)
        add_section("registry_entry_end", "following/section.html", changes_of_entry)
