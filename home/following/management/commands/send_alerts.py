from django.core.management.base import BaseCommand

from home.following.alerts import purge, tell


class Command(BaseCommand):
    help = (
        "Mails subscribers what has changed of what they follow, and erases addresses that nobody"
        " has confirmed in time."
    )

    def handle(self, *args, **options):
        erased, mails = purge(), tell()
        if options["verbosity"]:
            self.stdout.write(f"{mails} mails queued, {erased} unconfirmed alerts erased.")
