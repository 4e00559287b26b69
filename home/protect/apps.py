from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProtectConfig(AppConfig):
    name = "home.protect"
    label = "protect"
    verbose_name = _("Protection of rights")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from gi_site.core.page_sections import add_section

        from .sections import report_product

        add_section("product", "protect/sections/product.html", report_product)
