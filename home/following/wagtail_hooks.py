"""Changes and alerts in Wagtail's admin."""

from wagtail import hooks

from .viewsets import FollowingViewSetGroup


@hooks.register("register_admin_viewset")
def register_following():
    """The log and who follows it."""
    return FollowingViewSetGroup()
