from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from gi_site.ops.backup import restore
from gi_site.ops.page_cache import bump_page_cache


class Command(BaseCommand):
    help = "Replace the database, and bring back the uploads, from an archive made by backup."

    def add_arguments(self, parser):
        parser.add_argument("archive", type=Path)
        parser.add_argument("--yes", action="store_true", help="do not ask")

    def handle(self, *, archive, yes, **options):
        if not archive.is_file():
            raise CommandError(f"There is no file {archive}.")
        if not yes and input("This replaces all present data. Type “yes” to go on: ") != "yes":
            raise CommandError("Nothing was changed.")
        restore(archive)
        bump_page_cache()
        self.stdout.write("Restored. Of an older version? Run `manage.py prepare`.")
