from django.core.management import call_command
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "Work the background queue (mail, pictures)."

    def handle(self, **options):
        call_command("db_worker", backend_name="background", queue_name="*", reload=False)
