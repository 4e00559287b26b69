"""`manage.py load_samples`: invented producers, authorisations, inquiries for trying things out."""

from random import Random

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from home.protect.models import Report
from home.protect.samples import make_reports, remove_reports
from products.catalogue.models import GIProduct
from products.inquiries.models import Inquiry
from products.inquiries.samples import make_inquiries, remove_inquiries
from products.producers.models import Producer
from products.producers.samples import make_producers
from products.registry.samples import make_authorisations, remove_authorisations

SEED = 2026
COUNT = 24


class Command(BaseCommand):
    help = (
        "Adds invented producers, authorisations, inquiries and reports of misuse, each marked as"
        " a sample. Refused in production."
    )
    # The check that refuses samples must not keep this command from removing them.
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--remove", action="store_true", help="Take the samples away again.")

    @transaction.atomic
    def handle(self, *args, **options):
        samples = Producer.objects.filter(is_sample=True)
        if options["remove"]:
            remove_reports()
            remove_inquiries()
            remove_authorisations()
            number, _by_model = samples.delete()
            self.stdout.write(f"Samples removed: {number} rows of producers.")
            return
        if settings.REFUSE_SAMPLES:
            raise CommandError("Samples are refused here: this is production.")
        if not GIProduct.objects.exists():
            raise CommandError("Load the products first: manage.py load_huizhou")
        random = Random(SEED)  # noqa: S311 - the same samples at every run
        if samples.exists():
            self.stdout.write("The samples of producers are already there.")
        else:
            producers = make_producers(random, COUNT)
            entries = make_authorisations(random, producers)
            self.stdout.write(
                f"{len(producers)} producers and {len(entries)} authorisations added."
            )
        if not Inquiry.objects.filter(is_sample=True).exists():
            self.stdout.write(f"{len(make_inquiries(random))} inquiries added.")
        if not Report.objects.filter(is_sample=True).exists():
            self.stdout.write(f"{len(make_reports())} reports of misuse added.")
