from django.core.management.base import BaseCommand

from products.inquiries.attachments import purge_drafts
from products.inquiries.closing import close_forgotten
from products.inquiries.purge import erase_due


class Command(BaseCommand):
    help = (
        "Erases the personal data of inquiries whose day of deletion has come, and files that"
        " were uploaded but never sent."
    )

    def handle(self, *args, **options):
        close_forgotten()
        number, files = erase_due(), purge_drafts()
        if options["verbosity"]:
            self.stdout.write(f"{number} inquiries and {files} files never sent erased.")
