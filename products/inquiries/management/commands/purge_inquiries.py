from django.core.management.base import BaseCommand

from products.inquiries.purge import erase_due


class Command(BaseCommand):
    help = "Erases the personal data of inquiries whose day of deletion has come."

    def handle(self, *args, **options):
        number = erase_due()
        if options["verbosity"]:
            self.stdout.write(f"{number} inquiries erased.")
