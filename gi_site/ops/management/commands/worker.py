from django_tasks_db.management.commands import db_worker


class Command(db_worker.Command):
    help = "Work the background queue (mail, pictures) until told to stop."

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.set_defaults(backend_name="background", queue_name="*", reload=False)
