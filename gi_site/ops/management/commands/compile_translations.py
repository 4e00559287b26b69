from django.core.management.base import BaseCommand

from gi_site.ops.translations import compile_catalogues


class Command(BaseCommand):
    help = "Compile changed message catalogues (needs no system gettext)."
    requires_system_checks = []

    def handle(self, **options):
        for path in compile_catalogues():
            self.stdout.write(f"Compiled {path}")
