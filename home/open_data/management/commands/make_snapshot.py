"""`manage.py make_snapshot`: the monthly archive of the open data."""

from django.core.management.base import BaseCommand

from home.open_data.snapshots import make_snapshot


class Command(BaseCommand):
    help = (
        "Makes the archive of the open data of this month, unless there is one. The worker does"
        " the same; it may be run at any time."
    )

    def handle(self, *args, **options):
        snapshot = make_snapshot()
        if snapshot is None:
            self.stdout.write("The archive of this month is already there.")
        else:
            self.stdout.write(f"{snapshot}: {snapshot.size:,} bytes, {snapshot.sha256}")
