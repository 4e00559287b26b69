"""Who may do what in the admin, beyond Wagtail's own policies."""

from wagtail.permission_policies import ModelPermissionPolicy


class OnlyPolicy(ModelPermissionPolicy):
    """Of what somebody's permissions allow, only `actions`; the rest is never done by hand."""

    def __init__(self, model, *actions: str):
        super().__init__(model)
        self.actions = actions

    def user_has_permission(self, user, action):
        return action in self.actions and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions):
        return any(self.user_has_permission(user, action) for action in actions)
