from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProgrammeConfig(AppConfig):
    name = "home.programme"
    label = "programme"
    verbose_name = _("Programme")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from gi_site.ops.signal_handlers import touches_public_pages

        touches_public_pages(
            *(
                self.get_model(name)
                for name in (
                    "Indicator",
                    "IndicatorValue",
                    "Milestone",
                    "DemonstrationArea",
                    "Partner",
                    "ProgrammeDocument",
                )
            )
        )
