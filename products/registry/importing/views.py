"""Pages of the import in the admin."""

import csv

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import HeaderButton

from gi_site.core.spreadsheets import harmless
from products.registry.columns import BY_KEY
from products.registry.enums import RUNNING_STATES
from products.registry.importing import report, tasks
from products.registry.importing.blank_files import BOM, blank_csv, blank_xlsx
from products.registry.importing.steps import UPLOAD, Step, is_stuck, open_steps, take
from products.registry.models import ImportBatch

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PER_PAGE = 50
SECONDS_BETWEEN_LOOKS = "2"
# What undoing needs is large and never shown.
BATCHES = ImportBatch.objects.select_related("uploaded_by", "closed_by").defer("before")


def report_url(batch: ImportBatch) -> str:
    """Where the import and its report are shown."""
    return reverse("registry_imports:inspect", args=[batch.pk])


class ImportIndexView(generic.IndexView):
    """All imports, the newest first."""

    def get_base_queryset(self):
        # The reports are large and not shown here.
        batches = super().get_base_queryset().defer("report", "before")
        return batches.select_related("uploaded_by", "closed_by")

    def get_edit_url(self, instance):
        return None


class UploadView(generic.CreateView):
    """Upload of a file; its check begins at once."""

    page_title = gettext_lazy("Upload a file")
    success_message = None
    error_message = gettext_lazy("The file was not taken; see below.")
    submit_button_label = gettext_lazy("Upload and check")
    submit_button_active_label = gettext_lazy("Uploading…")
    template_name = "registry/importing/upload.html"

    def save_instance(self):
        batch = super().save_instance()
        tasks.start(tasks.check_batch, batch)
        return batch

    def get_success_url(self):
        return report_url(self.object)


class ReportView(generic.InspectView):
    """One import: how far it is, what it would do or has done, what is wrong, what comes next."""

    template_name = "registry/importing/report.html"
    page_title = gettext_lazy("Import")

    def get_object(self, queryset=None):
        return get_object_or_404(BATCHES, pk=self.pk)

    def get_fields(self):
        return []

    def get_fields_context(self):
        return []

    def get_page_subtitle(self):
        return self.object.file_name

    @cached_property
    def header_buttons(self):
        file_url, history_url = (
            reverse(f"registry_imports:{name}", args=[self.object.pk])
            for name in ("file", "history")
        )
        return [
            HeaderButton(_("Uploaded file"), file_url, icon_name="download"),
            HeaderButton(_("History"), history_url, icon_name="history"),
        ]

    def render_to_response(self, context, **kwargs):
        response = super().render_to_response(context, **kwargs)
        if context["is_running"] and not context["is_stuck"]:
            # Works without script; the progress is in the database, not on the page.
            response["Refresh"] = SECONDS_BETWEEN_LOOKS
        return response

    def get_context_data(self, **kwargs):
        batch, stored = self.object, self.object.report
        lists = self._lists(stored)
        shown = self.request.GET.get("show")
        if shown not in lists:
            shown = next((name for name, (_label, rows) in lists.items() if rows), None)
        rows = lists[shown][1] if shown else []
        page = Paginator(rows, PER_PAGE).get_page(self.request.GET.get("p"))
        if shown in (report.NEW, report.CHANGED):
            page.object_list = [row | {"values": report.changes_of(row)} for row in page]
        steps = open_steps(self.request.user, batch)
        return super().get_context_data(**kwargs) | {
            "batch": batch,
            "counts": stored.get("counts"),
            "columns": [
                (heading, BY_KEY[key].name if key else "")
                for heading, key in stored.get("columns", ())
            ],
            "file_problem": self._text(stored.get("file_problem")),
            "notice": self._text(stored.get("notice") and [stored["notice"], {}]),
            "is_shrink": stored.get("is_shrink"),
            "is_running": batch.state in RUNNING_STATES,
            "is_stuck": is_stuck(batch),
            "is_own": batch.uploaded_by_id == self.request.user.pk,
            "twin": self._twin(),
            "lists": [(name, label, len(rows)) for name, (label, rows) in lists.items() if rows],
            "shown": shown,
            "page_obj": page,
            "steps": steps,
            "Step": Step,
        }

    def _lists(self, stored):
        rows = stored.get("rows", ())
        return {
            "problems": (_("Wrong or doubtful"), report.findings(stored)),
            report.CHANGED: (
                _("Changed entries"),
                [row for row in rows if row["kind"] == report.CHANGED],
            ),
            report.ENDING: (_("Missing, would end"), stored.get("ending", ())),
            report.NEW: (_("New entries"), [row for row in rows if row["kind"] == report.NEW]),
        }

    def _text(self, message):
        return report.text_of(*message) if message else ""

    def _twin(self):
        """An earlier import of the very same file."""
        same = ImportBatch.objects.filter(checksum=self.object.checksum, pk__lt=self.object.pk)
        return same.exclude(checksum="").defer("report", "before").order_by("-pk").first()


class StepView(View):
    """Takes the next step with an import and shows what came of it."""

    def post(self, request, pk, step):
        if step not in Step.values:
            raise Http404
        batch = get_object_or_404(BATCHES, pk=pk)
        try:
            take(
                Step(step),
                request.user,
                batch,
                only_good_rows="only_good_rows" in request.POST,
                accept_shrink="accept_shrink" in request.POST,
            )
        except ValidationError as error:
            messages.error(request, error.messages[0])
        except PermissionDenied:
            messages.error(request, _("You cannot do this, or it is no longer to be done."))
        else:
            messages.success(request, DONE[step])
        return redirect(report_url(batch))


DONE = {
    Step.SUBMIT: gettext_lazy("Submitted. Now another person looks at it and confirms it."),
    Step.CONFIRM: gettext_lazy("Confirmed. The import has begun."),
    Step.WITHDRAW: gettext_lazy("Withdrawn. Nothing has been imported."),
    Step.UNDO: gettext_lazy("Undone. The registry is as it was before this import."),
    Step.RESTART: gettext_lazy("Started again."),
}


def blank_file(request, kind):
    """The empty file to fill in, for those who may upload."""
    if not request.user.has_perm(UPLOAD):
        raise PermissionDenied
    if kind not in ("xlsx", "csv"):
        raise Http404
    content, mime = (blank_xlsx(), XLSX) if kind == "xlsx" else (blank_csv(), "text/csv")
    response = HttpResponse(content, content_type=mime)
    response["Content-Disposition"] = f'attachment; filename="gi-registry-template.{kind}"'
    return response


def uploaded_file(request, pk):
    """The file as it was uploaded, always as a download."""
    batch = _visible(request, pk)
    return FileResponse(
        batch.file.open("rb"),
        as_attachment=True,
        filename=batch.file_name,
        content_type="application/octet-stream",
    )


def findings_file(request, pk):
    """Everything that is wrong, as CSV."""
    found = report.findings(_visible(request, pk).report)
    rows = [
        [_("Line"), _("Column"), _("Found"), _("What is wrong"), _("What is expected")],
        *([each.line, each.column, each.given, each.message, each.expected] for each in found),
    ]

    class Echo:
        def write(self, value):
            return value

    writer = csv.writer(Echo())
    lines = (writer.writerow([harmless(value) for value in row]) for row in rows)
    response = StreamingHttpResponse([BOM, *lines], content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="import-{pk}-report.csv"'
    return response


def _visible(request, pk) -> ImportBatch:
    if not request.user.has_perm("registry.view_importbatch"):
        raise PermissionDenied
    return get_object_or_404(BATCHES, pk=pk)
