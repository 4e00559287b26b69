from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OpenDataConfig(AppConfig):
    name = "home.open_data"
    label = "open_data"
    verbose_name = _("Open data")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from gi_site.ops.signal_handlers import touches_public_pages

        touches_public_pages(self.get_model("Snapshot"))
