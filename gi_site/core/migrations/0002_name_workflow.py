from django.db import migrations

# Wagtail's migrations name its first workflow in English; staff read the name on a button.
ENGLISH, CHINESE = "Moderators approval", "发布前审核"


def rename(old, new):
    def run(apps, schema_editor):
        for model in ("Workflow", "Task"):
            apps.get_model("wagtailcore", model).objects.filter(name=old).update(name=new)

    return run


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0001_initial"),
        ("wagtailcore", "0048_add_default_workflows"),
    ]

    operations = [migrations.RunPython(rename(ENGLISH, CHINESE), rename(CHINESE, ENGLISH))]
