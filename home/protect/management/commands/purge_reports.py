from django.core.management.base import BaseCommand

from home.protect.closing import close_forgotten
from home.protect.photos import purge_drafts
from home.protect.purge import erase_due


class Command(BaseCommand):
    help = (
        "Erases the personal data of reports of misuse whose day of deletion has come, and"
        " photographs that were uploaded but never sent."
    )

    def handle(self, *args, **options):
        close_forgotten()
        number, files = erase_due(), purge_drafts()
        if options["verbosity"]:
            self.stdout.write(f"{number} reports and {files} photographs never sent erased.")
