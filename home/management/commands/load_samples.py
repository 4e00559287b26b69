"""`manage.py load_samples`: invented producers and authorisations for trying things out."""

from random import Random

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from products.catalogue.models import GIProduct
from products.producers.models import Producer
from products.producers.samples import make_producers
from products.registry.samples import make_authorisations, remove_authorisations

SEED = 2026
COUNT = 24


class Command(BaseCommand):
    help = (
        "Adds invented producers and authorisations, the same at every run and each marked as a"
        " sample. Refused in production."
    )
    # The check that refuses samples must not keep this command from removing them.
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--remove", action="store_true", help="Take the samples away again.")

    @transaction.atomic
    def handle(self, *args, **options):
        samples = Producer.objects.filter(is_sample=True)
        if options["remove"]:
            remove_authorisations()
            number, _by_model = samples.delete()
            self.stdout.write(f"Samples removed: {number} rows of producers.")
            return
        if settings.REFUSE_SAMPLES:
            raise CommandError("Samples are refused here: this is production.")
        if not GIProduct.objects.exists():
            raise CommandError("Load the products first: manage.py load_huizhou")
        if samples.exists():
            self.stdout.write("The samples are already there.")
            return
        random = Random(SEED)  # noqa: S311 - the same samples at every run
        producers = make_producers(random, COUNT)
        entries = make_authorisations(random, producers)
        self.stdout.write(f"{len(producers)} producers and {len(entries)} authorisations added.")
