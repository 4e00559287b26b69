from django.core.management.base import BaseCommand

from home.following.log import check


class Command(BaseCommand):
    help = "Compares every public record with the log and logs what was changed past the site."

    def handle(self, *args, **options):
        number = check()
        if options["verbosity"]:
            self.stdout.write(f"{number} rows logged.")
