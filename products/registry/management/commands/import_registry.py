import datetime
from pathlib import Path

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files import File
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from gi_site.accounts.models import User
from products.registry.enums import END_EVENTS
from products.registry.importing import report, tasks
from products.registry.importing.files import FileError
from products.registry.importing.forms import digest
from products.registry.importing.plan import make_plan
from products.registry.importing.steps import Step, take
from products.registry.models import ImportBatch

SHOWN = 200


class Command(BaseCommand):
    help = (
        "Check an XLSX or CSV file for the registry and submit it; a second person confirms it in"
        " the admin. With --dry-run nothing is kept."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="only say what would change")
        parser.add_argument("--user", help="name of the member of staff who uploads the file")
        parser.add_argument(
            "--complete",
            metavar="DAY",
            type=datetime.date.fromisoformat,
            help="the file is a complete list; entries that are missing end on this day",
        )
        parser.add_argument(
            "--because", choices=[kind.value for kind in END_EVENTS], help="why they end"
        )
        parser.add_argument("--good-rows", action="store_true", help="leave out wrong rows")
        parser.add_argument("--accept-shrink", action="store_true", help="many ends are meant")

    def handle(
        self, *, file, dry_run, user, complete, because, good_rows, accept_shrink, **options
    ):
        if bool(complete) != bool(because):
            raise CommandError("--complete and --because belong together.")
        batch = ImportBatch(
            file_name=file.name,
            is_complete=bool(complete),
            missing_end_on=complete,
            missing_end_kind=because or "",
        )
        try:
            with file.open("rb") as opened:
                batch.checksum = digest(opened)
                batch.file = File(opened, name=file.name)
                if dry_run:
                    self.show(self.dry_run(batch))
                    return
                batch.uploaded_by = self.uploader(user)
                batch.save()
        except OSError as error:
            raise CommandError(str(error)) from error
        tasks.check_batch.call(batch.pk)
        batch.refresh_from_db()
        self.show(batch.report)
        self.submit(batch, good_rows, accept_shrink)

    def dry_run(self, batch) -> dict:
        """The report on a file of which nothing is kept."""
        try:
            return report.summarise(make_plan(batch))
        except FileError as error:
            return report.of_broken_file(error)

    def uploader(self, name) -> User:
        """The person in whose name the file is uploaded."""
        user = User.objects.filter(username=name or "").first()
        if user is None:
            raise CommandError("Say with --user which member of staff uploads the file.")
        return user

    def submit(self, batch, good_rows, accept_shrink):
        """Hand the import to the second person, if there is one to make."""
        choices = {"only_good_rows": good_rows, "accept_shrink": accept_shrink}
        try:
            take(Step.SUBMIT, batch.uploaded_by, batch, **choices)
        except ValidationError as error:
            raise CommandError(error.messages[0]) from error
        except PermissionDenied as error:
            raise CommandError(_("There is nothing that this person could submit.")) from error
        self.stdout.write(_("Submitted. Now another person looks at it and confirms it."))

    def show(self, found: dict):
        """The report in words; a file that cannot be read ends the command."""
        if "file_problem" in found:
            raise CommandError(report.text_of(*found["file_problem"]))
        for finding in report.findings(found)[:SHOWN]:
            self.stdout.write(
                f"{finding.line}\t{finding.column}\t{finding.given}\t{finding.message}"
            )
        self.stdout.write(
            _(
                "%(rows)d rows: %(wrong)d wrong, %(new)d new, %(changed)d changed, %(unchanged)d"
                " unchanged, %(ending)d would end."
            )
            % found["counts"]
        )
