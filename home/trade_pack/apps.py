from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TradePackConfig(AppConfig):
    name = "home.trade_pack"
    label = "trade_pack"
    verbose_name = _("Trade packs")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from gi_site.core.page_sections import add_section

        from .sections import trade_pack_of

        add_section("product", "trade_pack/sections/product.html", trade_pack_of)
