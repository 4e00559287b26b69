from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.model import ModelViewSet

from gi_site.core.policies import OnlyPolicy

from .models import OutgoingMail


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
        # Everything but looking is done by the worker.
        return OnlyPolicy(self.model, "view")


@hooks.register("register_admin_viewset")
def register_outgoing_mail():
    return OutgoingMailViewSet("outgoing_mail")
