from django.core.management.base import BaseCommand
from django.utils import timezone

from gi_site.ops.mail import requeue_due_mail
from gi_site.ops.models import OutgoingMail


class Command(BaseCommand):
    help = "Try again the messages that were given up, after their cause has been removed."

    def handle(self, **options):
        OutgoingMail.objects.filter(status=OutgoingMail.Status.DEAD).update(
            status=OutgoingMail.Status.WAITING, attempts=0, next_attempt=timezone.now()
        )
        self.stdout.write(f"{requeue_due_mail()} message(s) handed to the worker.")
