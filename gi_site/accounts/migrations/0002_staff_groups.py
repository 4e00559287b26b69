from django.db import migrations

# The groups Wagtail makes; its default workflow belongs to the second.
RENAMED = {"Editors": "editor", "Moderators": "manager"}
NAMES = ["editor", "registrar", "trade officer", "manager", "administrator"]


def make_groups(apps, schema_editor):
    """The five roles by name; their rights follow from `roles.py` after every migration."""
    groups = apps.get_model("auth", "Group").objects.using(schema_editor.connection.alias)
    for old, new in RENAMED.items():
        if not groups.filter(name=new).exists():
            groups.filter(name=old).update(name=new)
    for name in NAMES:
        groups.get_or_create(name=name)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        # These look for the groups by their first names.
        ("wagtailcore", "0048_add_default_workflows"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailimages", "0023_add_choose_permissions"),
        ("wagtaildocs", "0011_add_choose_permissions"),
    ]

    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
