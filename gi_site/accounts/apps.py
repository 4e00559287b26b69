from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "gi_site.accounts"
    label = "accounts"
    verbose_name = _("Staff")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from allauth.mfa.signals import authenticator_added
        from django.contrib.auth.models import Group

        from . import checks  # noqa: F401 - registers itself
        from .roles import role_label, sync_roles
        from .signal_handlers import enrolment_counts_as_second_factor

        Group.add_to_class("__str__", role_label)
        authenticator_added.connect(enrolment_counts_as_second_factor, dispatch_uid="enrolment")
        post_migrate.connect(sync_roles, sender=self, dispatch_uid="sync-roles")
