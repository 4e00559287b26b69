import os
import sys

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from gi_site.ops.supervisor import supervise


class Command(BaseCommand):
    help = "Prepare the site, then serve it together with the worker of its background queue."

    def add_arguments(self, parser):
        parser.add_argument("bind", nargs="?", default="127.0.0.1:8000", help="address:port")

    def handle(self, *, bind, **options):
        call_command("prepare", stdout=self.stdout)
        manage = [sys.executable, sys.argv[0]]
        if settings.DEBUG:
            web = [*manage, "runserver", bind]
        else:
            web = [sys.executable, "-m", "gunicorn", "--config", "python:gi_site.gunicorn"]
            web += ["--bind", bind, "gi_site.wsgi"]
        # Links in mails lead here, also on another port than the usual one.
        os.environ.setdefault("SITE_URL", f"http://{bind}")
        self.stdout.write(f"Serving http://{bind}/ (staff: http://{bind}/admin/). Ctrl-C stops.")
        self.stdout.flush()
        sys.exit(supervise([web, [*manage, "worker"]]))
