from django.apps import AppConfig
from django.db.models.signals import post_save
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "gi_site.core"
    label = "core"
    verbose_name = _("Core")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from gi_site.core import checks  # noqa: F401 - registers itself
        from gi_site.core.signal_handlers import queue_renditions
        from gi_site.ops.signal_handlers import touches_public_pages

        post_save.connect(
            queue_renditions, sender="core.SiteImage", dispatch_uid="core.queue_renditions"
        )
        touches_public_pages(self.get_model("SiteSettings"))
