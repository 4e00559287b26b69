from threading import Event, Thread

from django.db import close_old_connections
from django_tasks_db.management.commands import db_worker

from gi_site.ops.chores import MINUTE, run_chores


class Command(db_worker.Command):
    help = "Work the background queue (mail, pictures) and the regular chores until told to stop."

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.set_defaults(backend_name="background", queue_name="*", reload=False)

    def handle(self, **options):
        if options["batch"]:
            run_chores()
        else:
            Thread(target=self.do_chores, daemon=True).start()
        super().handle(**options)

    def do_chores(self):
        """Beside the queue, which sleeps between its jobs."""
        while True:
            run_chores()
            close_old_connections()
            Event().wait(MINUTE)
