"""Lists of records in the admin: found by the site's search, exported without surprises."""

import datetime
from collections import OrderedDict

from django.utils import timezone
from wagtail.admin.ui.tables import Column
from wagtail.coreutils import multigetattr
from wagtail.search.index import class_is_indexed
from wagtail.snippets.views.snippets import IndexView

from gi_site.core.spreadsheets import BOM, harmless
from gi_site.search.query import search


class SafeExportMixin:
    """CSV that Excel reads as UTF-8 and in which no cell is a formula.

    `export_values` gives columns of `list_export` that are no attribute: `{name: function}`.
    Wagtail's XLSX needs no care: it writes every such cell as text.
    """

    export_values = {}

    def to_row_dict(self, item):
        return OrderedDict(
            (name, self.export_values[name](item))
            if name in self.export_values
            else (name, multigetattr(item, name))
            for name in self.list_export
        )

    def preprocess_field_value(self, field, value, export_format):
        if isinstance(value, datetime.datetime) and timezone.is_aware(value):
            # As the lists show it; Wagtail writes other hours into each kind of file.
            value = timezone.localtime(value).replace(second=0, microsecond=0, tzinfo=None)
        value = super().preprocess_field_value(field, value, export_format)
        return harmless(value) if export_format == self.FORMAT_CSV else value

    def stream_csv(self, queryset):
        yield BOM.encode()
        yield from super().stream_csv(queryset)


class DayColumn(Column):
    """The day or the moment itself, where Wagtail's column says how long ago it was."""

    def get_value(self, instance):
        value = super().get_value(instance)
        if isinstance(value, datetime.datetime):
            return timezone.localtime(value).strftime("%Y-%m-%d %H:%M")
        return value.isoformat() if value else "—"


class RecordIndexView(SafeExportMixin, IndexView):
    """A list of records: search, filters, sorting and export work together."""

    def search_queryset(self, queryset):
        if not self.is_searching or not class_is_indexed(queryset.model):
            return super().search_queryset(queryset)
        # The index knows few of the filters, so it is asked for the keys alone.
        found = search(queryset.model._default_manager.all(), self.search_query)
        return queryset.filter(pk__in=found.ids)

    def filter_queryset(self, queryset):
        if self.filters and not self.filters.is_valid():
            return queryset.none()  # a mistyped filter must not show everything
        return super().filter_queryset(queryset)
