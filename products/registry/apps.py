from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegistryConfig(AppConfig):
    name = "products.registry"
    label = "registry"
    verbose_name = _("Registry")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from gi_site.core.page_sections import add_section
        from gi_site.ops.signal_handlers import touches_public_pages
        from products.producers.lawful_users import set_lawful_users

        from .sections import authorisations_of, lawful_user_ids, lawful_users

        set_lawful_users(lawful_user_ids)
        add_section("product", "registry/sections/lawful_users.html", lawful_users)
        add_section("producer", "registry/sections/authorisations.html", authorisations_of)
        touches_public_pages(
            *(self.get_model(name) for name in ("Notice", "Authorisation", "AuthorisationEvent"))
        )
