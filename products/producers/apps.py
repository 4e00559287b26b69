from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProducersConfig(AppConfig):
    name = "products.producers"
    label = "producers"
    verbose_name = _("Producers")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from gi_site.ops.signal_handlers import touches_public_pages

        touches_public_pages(
            *(
                self.get_model(name)
                for name in ("Producer", "ProducerClaim", "Contact", "Certificate", "Offer")
            )
        )
