from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils.crypto import get_random_string

from gi_site.ops.chores import refresh_statistics
from gi_site.ops.page_cache import bump_page_cache
from gi_site.ops.translations import compile_catalogues


class Command(BaseCommand):
    help = (
        "Bring translations, database, static files, content and the first staff account up to"
        " date. Safe to repeat: a second run changes nothing."
    )

    def handle(self, **options):
        if compile_catalogues():
            self.stdout.write("Compiled the translations")
        call_command("migrate", interactive=False, verbosity=0, stdout=self.stdout)
        if not settings.DEBUG:
            call_command("collectstatic", interactive=False, verbosity=0, stdout=self.stdout)
        self.load_content()
        refresh_statistics()  # a migration may have remade a table
        self.create_first_account()
        # Stored pages name the static files of the version that made them.
        bump_page_cache()

    def load_content(self):
        """Load the real content into an empty database."""
        model, command = settings.FIRST_CONTENT
        if command in get_commands() and not apps.get_model(model).objects.exists():
            call_command(command, stdout=self.stdout)

    @transaction.atomic
    def create_first_account(self):
        """Make the account that makes all others; its password is shown this once."""
        users = get_user_model().objects
        if users.filter(is_superuser=True).exists():
            return
        password = get_random_string(16)
        users.create_superuser("admin", password=password)
        self.stdout.write(
            f"\nStaff account made: user name admin, password {password}\n"
            "It is not shown again; `manage.py changepassword admin` sets another.\n"
        )
