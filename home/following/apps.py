from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FollowingConfig(AppConfig):
    name = "home.following"
    label = "following"
    verbose_name = _("Changes and alerts")
    default_auto_field = "django.db.models.BigAutoField"
