"""The form with which a file is uploaded."""

import hashlib

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminDateInput

from products.registry.enums import END_EVENTS
from products.registry.importing.files import FileError, inspect
from products.registry.models import ImportBatch

ADDITIONS, COMPLETE = "additions", "complete"


def digest(file) -> str:
    """The SHA-256 of an open file, which is then at its beginning again."""
    checksum = hashlib.sha256()
    file.seek(0)
    for part in iter(lambda: file.read(1024 * 1024), b""):
        checksum.update(part)
    file.seek(0)
    return checksum.hexdigest()


class UploadForm(WagtailAdminModelForm):
    """A file, and what it is meant to be."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("Excel (.xlsx) or CSV in UTF-8 or GB18030; at most 10 MB and 20,000 rows."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )
    meant_as = forms.ChoiceField(
        label=_("What is in the file?"),
        choices=[
            (ADDITIONS, _("New entries and changes; everything else stays as it is")),
            (COMPLETE, _("The complete list of all users under the rights it names")),
        ],
        widget=forms.RadioSelect,
    )
    missing_end_on = forms.DateField(
        label=_("For a complete list: entries that are missing end on"),
        required=False,
        widget=AdminDateInput,
        help_text=_("The first day on which they may no longer use the mark."),
    )
    missing_end_kind = forms.ChoiceField(
        label=_("For a complete list: they end because"),
        required=False,
        choices=[("", "—"), *((kind.value, kind.label) for kind in END_EVENTS)],
    )

    class Meta:
        model = ImportBatch
        fields = ["file", "missing_end_on", "missing_end_kind"]

    field_order = ["file", "meant_as", "missing_end_on", "missing_end_kind"]

    def clean_file(self):
        file = self.cleaned_data["file"]
        try:
            inspect(file)
        except FileError as error:
            # Passed on as it is: it is no error of this form's own making.
            raise forms.ValidationError(error.message, params=error.params) from error
        return file

    def clean(self):
        data = super().clean()
        self.instance.is_complete = data.get("meant_as") == COMPLETE
        for name in ("missing_end_on", "missing_end_kind"):
            if not self.instance.is_complete:
                data[name] = None if name == "missing_end_on" else ""
            elif not data.get(name) and name not in self.errors:
                self.add_error(name, _("A complete list needs this."))
        return data

    def save(self, commit=True):
        file = self.cleaned_data["file"]
        self.instance.file_name = file.name[:255]
        self.instance.checksum = digest(file)
        self.instance.uploaded_by = self.for_user
        return super().save(commit)
