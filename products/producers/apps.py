from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProducersConfig(AppConfig):
    name = "products.producers"
    label = "producers"
    verbose_name = _("Producers")
    default_auto_field = "django.db.models.BigAutoField"
