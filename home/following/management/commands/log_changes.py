from django.core.management.base import BaseCommand

from home.following.log import settle


class Command(BaseCommand):
    help = "Logs what was written of public facts, and what a new day has brought by dates alone."

    def handle(self, *args, **options):
        number = settle()
        if options["verbosity"]:
            self.stdout.write(f"{number} rows logged.")
