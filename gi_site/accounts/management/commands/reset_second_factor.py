from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    help = "Forget the second factor of a member of staff who has lost it; they enrol again."

    def add_arguments(self, parser):
        parser.add_argument("username")

    def handle(self, *, username, **options):
        user = get_user_model().objects.filter(username=username).first()
        if user is None:
            raise CommandError(f"No user is called {username}.")
        deleted, _models = Authenticator.objects.filter(user=user).delete()
        self.stdout.write("Forgotten." if deleted else "There was none.")
