from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CatalogueConfig(AppConfig):
    name = "products.catalogue"
    label = "catalogue"
    verbose_name = _("Catalogue")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from gi_site.ops.signal_handlers import touches_public_pages

        from .signal_handlers import register_signal_handlers

        register_signal_handlers()
        touches_public_pages(
            *(
                self.get_model(name)
                for name in (
                    "Source",
                    "District",
                    "Category",
                    "GIProduct",
                    "Protection",
                    "Specification",
                )
            )
        )
