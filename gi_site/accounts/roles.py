"""Who may do what: the one table of staff roles and the code that makes the groups match it.

Groups are keyed by English names. After every migration each group gets what the table says;
rights an administrator has added by hand stay.
"""

from dataclasses import dataclass

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.utils.translation import gettext_lazy as _

ALL = ("add", "change", "delete", "view")
KEEP = ("add", "change", "view")
VIEW = ("view",)


@dataclass(frozen=True)
class Role:
    """What a group may do: `models` maps "app.model" to actions, the rest are whole names."""

    label: str
    models: dict[str, tuple[str, ...]]
    pages: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


ADMIN_ACCESS = "wagtailadmin.access_admin"
PROGRAMME = (
    "programme.demonstrationarea",
    "programme.indicator",
    "programme.milestone",
    "programme.partner",
    "programme.programmedocument",
)
PROSE = {
    "catalogue.giproduct": KEEP,
    "catalogue.source": KEEP,
    "catalogue.category": KEEP,
    "catalogue.district": VIEW,
    "catalogue.protection": VIEW,
    "catalogue.specification": VIEW,
    "knowledge.quizquestion": ALL,
    "knowledge.term": ALL,
    "producers.producer": VIEW,
    "registry.authorisation": VIEW,
    "registry.notice": VIEW,
    **dict.fromkeys(PROGRAMME, KEEP),
    "following.publicchange": VIEW,
}
REGISTRY = {
    "catalogue.protection": KEEP,
    "catalogue.specification": KEEP,
    "catalogue.source": KEEP,
    "catalogue.giproduct": VIEW,
    "catalogue.category": VIEW,
    "catalogue.district": VIEW,
    "producers.producer": KEEP,
    "registry.authorisation": KEEP,
    "registry.importbatch": KEEP,
    "registry.notice": KEEP,
    **dict.fromkeys(PROGRAMME, VIEW),
    "following.publicchange": VIEW,
}
INQUIRIES = {
    "inquiries.answertemplate": KEEP,
    "inquiries.deletion": VIEW,
    "inquiries.inquiry": ("change", "view"),
}
REPORTS = {
    "protect.erasure": VIEW,
    "protect.report": ("change", "view"),
}
# What has changed, and who follows it; addresses only with "following.view_addresses".
FOLLOWING = {"following.publicchange": VIEW, "following.subscription": VIEW}
TRADE = {
    "catalogue.giproduct": VIEW,
    "producers.producer": VIEW,
    "registry.authorisation": VIEW,
    **INQUIRIES,
    **REPORTS,
    **FOLLOWING,
}
EDIT_PAGES = ("add_page", "change_page", "publish_page", "lock_page")
EDIT_FILES = ("add", "change", "choose")

ROLES = {
    "editor": Role(
        _("Editor"), PROSE, EDIT_PAGES, EDIT_FILES, ("wagtail_localize.submit_translation",)
    ),
    "registrar": Role(_("Registrar"), REGISTRY, (), ("add", "choose")),
    "trade officer": Role(
        _("Trade officer"),
        TRADE,
        others=("inquiries.view_personal_data", "protect.view_personal_data"),
    ),
    "manager": Role(
        _("Manager"),
        {
            **dict.fromkeys([*PROSE, *REGISTRY], ALL),
            **INQUIRIES,
            **REPORTS,
            "following.publicchange": VIEW,
            "following.subscription": ("delete", "view"),
            "core.sitesettings": ("change",),
            "ops.outgoingmail": VIEW,
            "wagtailcore.collection": ALL,
            "wagtailcore.task": KEEP,
            "wagtailcore.workflow": KEEP,
            "wagtailredirects.redirect": ALL,
        },
        (*EDIT_PAGES, "bulk_delete_page", "unlock_page"),
        (*EDIT_FILES, "delete"),
        (
            "wagtail_localize.submit_translation",
            "inquiries.view_personal_data",
            "inquiries.export_inquiries",
            "inquiries.oversee_inquiries",
            "protect.view_personal_data",
            "protect.export_reports",
            "following.view_addresses",
        ),
    ),
    "administrator": Role(
        _("Administrator"),
        {},  # every permission there is
        (*EDIT_PAGES, "bulk_delete_page", "unlock_page"),
        (*EDIT_FILES, "delete"),
    ),
}


def role_label(group) -> str:
    """The name of `group` in the reader's language, if it is one of the roles."""
    return str(ROLES[group.name].label) if group.name in ROLES else group.name


def sync_roles(using="default", **kwargs):
    """Give every role's group what the table says; receiver of `post_migrate`."""
    # Permissions are otherwise made app by app, some of them after this runs.
    for config in apps.get_app_configs():
        create_permissions(config, verbosity=0, using=using)
    for name, role in ROLES.items():
        _sync_role(name, role, using)


def _sync_role(name: str, role: Role, using: str):
    Group = apps.get_model("auth.Group")  # noqa: N806
    Permission = apps.get_model("auth.Permission")  # noqa: N806
    group, _created = Group.objects.using(using).get_or_create(name=name)
    permissions = Permission.objects.using(using).select_related("content_type")
    by_name = {f"{p.content_type.app_label}.{p.codename}": p for p in permissions}
    if name == "administrator":
        wanted = by_name.values()
    else:
        wanted = [by_name[full_name] for full_name in _permission_names(role)]
    group.permissions.add(*wanted)
    _sync_tree(
        group,
        apps.get_model("wagtailcore.Page"),
        apps.get_model("wagtailcore.GroupPagePermission"),
        [by_name[f"wagtailcore.{codename}"] for codename in role.pages],
        using,
    )
    _sync_tree(
        group,
        apps.get_model("wagtailcore.Collection"),
        apps.get_model("wagtailcore.GroupCollectionPermission"),
        [
            by_name[f"{app}.{action}_{model}"]
            for app, model in (("wagtailimages", "image"), ("wagtaildocs", "document"))
            for action in role.files
        ],
        using,
    )


def _permission_names(role: Role) -> list[str]:
    names = [ADMIN_ACCESS, *role.others]
    for model, actions in role.models.items():
        app, name = model.split(".")
        names += [f"{app}.{action}_{name}" for action in actions]
    return names


def _sync_tree(group, tree, grants, permissions, using):
    """Grant `permissions` at the root of a tree of pages or collections."""
    root = tree.objects.using(using).filter(depth=1).first()
    if root is None:
        return
    place = "page" if tree.__name__ == "Page" else "collection"
    for permission in permissions:
        grants.objects.using(using).get_or_create(
            group=group, permission=permission, **{place: root}
        )
