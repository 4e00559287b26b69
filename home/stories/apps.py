from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StoriesConfig(AppConfig):
    name = "home.stories"
    label = "stories"
    verbose_name = _("Stories and news")
    default_auto_field = "django.db.models.BigAutoField"
