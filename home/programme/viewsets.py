"""The programme's records in the admin: lists, filters, files, one menu."""

import django_filters
from django import forms
from django.db.models import Count
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BooleanColumn, Column, NumberColumn
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from home.programme import models, panels
from home.programme.enums import DocumentKind, Level
from products.catalogue.admin_columns import choice, stated
from products.catalogue.enums import Confidence
from products.catalogue.models import GIProduct
from products.catalogue.viewsets import RecordViewSet


def _choices(label, choices):
    return django_filters.MultipleChoiceFilter(
        label=label, choices=choices, widget=forms.CheckboxSelectMultiple
    )


def _products():
    return django_filters.ModelMultipleChoiceFilter(
        label=_("product"),
        queryset=GIProduct.objects.all(),
        widget=forms.CheckboxSelectMultiple,
    )


class ProgrammeViewSet(RecordViewSet):
    """Any record of the programme."""

    inspect_view_fields_exclude = [*RecordViewSet.inspect_view_fields_exclude, "id", "key"]


class IndicatorFilterSet(WagtailFilterSet):
    is_counted = django_filters.BooleanFilter(label=_("counted by the site"), method="by_counted")
    has_values = django_filters.BooleanFilter(label=_("has values"), method="by_values")

    class Meta:
        model = models.Indicator
        fields = ["is_counted", "has_values", "is_headline"]

    def by_counted(self, queryset, name, value):
        return queryset.exclude(computation="") if value else queryset.filter(computation="")

    def by_values(self, queryset, name, value):
        return queryset.filter(amount__gt=0) if value else queryset.filter(amount=0)


class IndicatorViewSet(ProgrammeViewSet):
    model = models.Indicator
    icon = "order"
    edit_handler = panels.INDICATOR_PANELS
    filterset_class = IndicatorFilterSet
    search_fields = ["name_zh", "name_en", "key"]
    ordering = ["sort_order", "pk"]
    list_display = [
        "name_zh",
        Column("name_en", label=_("English name"), sort_key="name_en"),
        Column("unit", label=_("Unit")),
        Column("computation", label=_("Counted by the site"), accessor=choice("computation")),
        NumberColumn(
            "amount",
            label=pgettext_lazy("indicator", "Values"),
            # What the site counts has none that anybody enters.
            accessor=lambda indicator: "—" if indicator.computation else indicator.amount,
            sort_key="amount",
        ),
        BooleanColumn("is_headline", label=_("On the first page"), sort_key="is_headline"),
    ]
    list_export = [
        "key",
        "name_zh",
        "name_en",
        "definition_zh",
        "definition_en",
        "unit_zh",
        "unit_en",
        "computation",
        "amount",
    ]
    export_headings = {"amount": pgettext_lazy("indicator", "Values")}
    export_filename = "programme-indicators"

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(amount=Count("values"))


class MilestoneFilterSet(WagtailFilterSet):
    on = django_filters.DateFromToRangeFilter(label=_("date"))
    product = _products()
    confidence = _choices(_("confidence"), Confidence.choices)

    class Meta:
        model = models.Milestone
        fields = ["on", "product", "confidence"]


class MilestoneViewSet(ProgrammeViewSet):
    model = models.Milestone
    icon = "history"
    edit_handler = panels.MILESTONE_PANELS
    filterset_class = MilestoneFilterSet
    related = ("product", "source")
    search_fields = ["title_zh", "title_en"]
    ordering = ["-on", "pk"]
    list_display = [
        "title_zh",
        Column("title_en", label=_("English title"), sort_key="title_en"),
        Column("on", label=_("Date"), accessor=stated("on"), sort_key="on"),
        Column("product", label=_("Product"), sort_key="product__number"),
        Column("source", label=_("Source")),
    ]
    list_export = [
        "title_zh",
        "title_en",
        "on",
        "get_on_precision_display",
        "text_zh",
        "text_en",
        "product",
        "source.key",
    ]
    export_headings = {
        "get_on_precision_display": _("Precision of the date"),
        "source.key": _("Source"),
    }
    export_filename = "programme-milestones"


class AreaFilterSet(WagtailFilterSet):
    level = _choices(_("level"), Level.choices)
    product = _products()

    class Meta:
        model = models.DemonstrationArea
        fields = ["level", "product"]


class AreaViewSet(ProgrammeViewSet):
    model = models.DemonstrationArea
    icon = "site"
    edit_handler = panels.AREA_PANELS
    filterset_class = AreaFilterSet
    related = ("product", "district", "source")
    search_fields = ["name_zh", "name_en"]
    ordering = ["-on", "pk"]
    list_display = [
        "name_zh",
        Column("level", label=_("Level"), accessor=choice("level"), sort_key="level"),
        Column("product", label=_("Product"), sort_key="product__number"),
        Column("district", label=_("District"), sort_key="district__adcode"),
        Column("on", label=_("Date"), accessor=stated("on"), sort_key="on"),
    ]
    list_export = [
        "name_zh",
        "name_en",
        "get_level_display",
        "product",
        "district",
        "conferred_by_zh",
        "conferred_by_en",
        "on",
        "source.key",
    ]
    export_headings = {"get_level_display": _("Level"), "source.key": _("Source")}
    export_filename = "demonstration-areas"


class PartnerViewSet(ProgrammeViewSet):
    model = models.Partner
    icon = "group"
    edit_handler = panels.PARTNER_PANELS
    related = ("source",)
    search_fields = ["name_zh", "name_en", "role_zh", "role_en"]
    ordering = ["sort_order", "pk"]
    list_display = [
        "name_zh",
        Column("name_en", label=_("English name"), sort_key="name_en"),
        Column("role", label=pgettext_lazy("partner", "What it does")),
        Column("source", label=_("Source")),
        NumberColumn("sort_order", label=_("Order"), sort_key="sort_order"),
    ]
    list_export = ["name_zh", "name_en", "role_zh", "role_en", "url", "source.key"]
    export_headings = {"source.key": _("Source")}
    export_filename = "programme-partners"


class DocumentFilterSet(WagtailFilterSet):
    kind = _choices(_("kind"), DocumentKind.choices)
    has_file = django_filters.BooleanFilter(label=_("has a file"), method="by_file")

    class Meta:
        model = models.ProgrammeDocument
        fields = ["kind", "has_file"]

    def by_file(self, queryset, name, value):
        return queryset.filter(file__isnull=not value)


class DocumentViewSet(ProgrammeViewSet):
    model = models.ProgrammeDocument
    icon = "doc-full-inverse"
    menu_label = pgettext_lazy("of the programme", "Documents")
    edit_handler = panels.DOCUMENT_PANELS
    filterset_class = DocumentFilterSet
    related = ("source", "file")
    search_fields = ["title_zh", "title_en"]
    list_display = [
        "title_zh",
        Column("title_en", label=_("English title"), sort_key="title_en"),
        Column("kind", label=_("Kind"), accessor=choice("kind"), sort_key="kind"),
        Column("year", label=_("Year"), sort_key="year"),
        Column("file", label=_("File")),
    ]
    list_export = ["title_zh", "title_en", "get_kind_display", "year", "url", "source.key"]
    export_headings = {"get_kind_display": _("Kind"), "source.key": _("Source")}
    export_filename = "programme-documents"


class ProgrammeViewSetGroup(SnippetViewSetGroup):
    """The menu of the programme."""

    menu_label = _("Programme")
    menu_icon = "order"
    menu_order = 180
    items = (
        IndicatorViewSet,
        MilestoneViewSet,
        AreaViewSet,
        PartnerViewSet,
        DocumentViewSet,
    )
