from pathlib import Path

from django.core.management.base import BaseCommand

from gi_site.ops.backup import back_up


class Command(BaseCommand):
    help = "Write database and uploads into one archive; the site may go on running."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path)

    def handle(self, *, folder, **options):
        self.stdout.write(str(back_up(folder)))
