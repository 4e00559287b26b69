from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0001_initial")]

    operations = [
        migrations.AlterField(
            model_name="giproduct",
            name="state",
            field=models.CharField(
                choices=[("listed", "On the city's list"), ("candidate", "Candidate")],
                default="listed",
                max_length=10,
                verbose_name="state",
            ),
        ),
    ]
