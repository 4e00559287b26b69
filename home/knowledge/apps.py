from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class KnowledgeConfig(AppConfig):
    name = "home.knowledge"
    label = "knowledge"
    verbose_name = _("Knowledge")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from gi_site.core.page_sections import add_section
        from gi_site.ops.signal_handlers import touches_public_pages

        from .sections import tools_for_product
        from .signal_handlers import register_signal_handlers

        register_signal_handlers()
        add_section("product", "knowledge/sections/product.html", tools_for_product)
        touches_public_pages(*map(self.get_model, ("Term", "QuizQuestion")))
