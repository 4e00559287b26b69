from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy

from .models import OutgoingMail


class ReadOnlyPolicy(ModelPermissionPolicy):
    """Everything but looking is done by the worker."""

    def user_has_permission(self, user, action):
        return action == "view" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions):
        return "view" in actions and self.user_has_permission(user, "view")


class OutgoingMailViewSet(ModelViewSet):
    """What waits, what was sent, what was given up and why."""

    model = OutgoingMail
    icon = "mail"
    menu_label = _("Outgoing mail")
    add_to_settings_menu = True
    list_display = ["subject", "status", "attempts", "next_attempt", "created", "sent"]
    list_filter = ["status"]
    inspect_view_enabled = True
    inspect_view_fields = [
        "subject",
        "recipients",
        "status",
        "attempts",
        "next_attempt",
        "last_error",
        "created",
        "sent",
    ]
    form_fields = ["subject"]
    copy_view_enabled = False

    @property
    def permission_policy(self):
        return ReadOnlyPolicy(self.model)


@hooks.register("register_admin_viewset")
def register_outgoing_mail():
    return OutgoingMailViewSet("outgoing_mail")
