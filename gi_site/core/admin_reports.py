"""Reports and home-page panels for staff."""

import django_filters
from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from gi_site.core.admin_listings import DayColumn, SafeExportMixin
from gi_site.core.translations import TranslationState, pages_to_translate


class TranslationsFilterSet(WagtailFilterSet):
    translation_state = django_filters.ChoiceFilter(
        label=_("translation"), choices=TranslationState.choices, widget=forms.RadioSelect
    )

    class Meta:
        model = Page
        fields = ["translation_state"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters.pop("locale", None)  # all rows are Chinese pages


class EnglishTranslationsView(SafeExportMixin, ReportView):
    """Chinese pages whose English translation is missing or behind."""

    page_title = _("English translations")
    header_icon = "globe"
    index_url_name = "english_translations"
    index_results_url_name = "english_translations_results"
    filterset_class = TranslationsFilterSet
    permission_policy = page_permission_policy
    any_permission_required = ["add", "change", "publish"]
    columns = [
        TitleColumn(
            "title",
            label=_("Page"),
            get_url=lambda page: reverse("wagtailadmin_pages:edit", args=[page.pk]),
        ),
        Column(
            "translation_state",
            label=_("Translation"),
            accessor=lambda page: TranslationState(page.translation_state).label,
        ),
        DayColumn("last_published_at", label=_("Published")),
    ]
    list_export = ["title", "translation_state", "last_published_at"]
    export_headings = {"translation_state": _("Translation")}
    export_filename = "english-translations"

    def get_base_queryset(self):
        return pages_to_translate().order_by("path")


class TranslationsPanel(Component):
    """What is left to translate, with links to the report."""

    order = 70
    template_name = "core/admin/to_do_panel.html"

    def get_context_data(self, parent_context):
        states = list(pages_to_translate().values_list("translation_state", flat=True))
        url = reverse("english_translations")
        rows = [
            (label, states.count(state), f"{url}?translation_state={state}")
            for state, label in (
                (TranslationState.MISSING, _("Pages without a live English translation")),
                (TranslationState.BEHIND, _("Pages whose English translation is behind")),
            )
        ]
        return {"id": "translations-to-do", "heading": _("Translation: left to do"), "rows": rows}
