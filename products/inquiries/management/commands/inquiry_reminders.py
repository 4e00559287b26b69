from django.core.management.base import BaseCommand

from products.inquiries.reminders import send_reminders


class Command(BaseCommand):
    help = "Reminds officers and producers of inquiries that wait too long, then the manager."

    def handle(self, *args, **options):
        number = send_reminders()
        if options["verbosity"]:
            self.stdout.write(f"{number} reminders sent.")
