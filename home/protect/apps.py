from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProtectConfig(AppConfig):
    name = "home.protect"
    label = "protect"
    verbose_name = _("Protection of rights")
    default_auto_field = "django.db.models.BigAutoField"
