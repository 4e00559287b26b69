"""Producers in Wagtail's admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet

from products.producers.viewsets import ConfirmCodeAction, ProducerViewSet

register_snippet(ProducerViewSet)
hooks.register("register_bulk_action", ConfirmCodeAction)


@hooks.register("register_log_actions")
def register_confirm_action(actions):
    """The confirmation stands in the history of a producer."""
    actions.register_action(
        "producers.confirm_code", _("Confirm credit code"), _("Credit code confirmed")
    )
