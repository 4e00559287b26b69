"""The catalogue's records in the admin: lists, forms, choosers, one menu."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, NumberColumn
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from gi_site.core.admin_listings import DayColumn, RecordIndexView
from products.catalogue import admin_filters, models, panels
from products.catalogue.admin_columns import choice, protection_status, stated
from products.catalogue.admin_views import (
    ProductEditView,
    ProductIndexView,
    ProtectionCreateView,
    RecordCreateView,
    RecordEditView,
    RecordInspectView,
    chooser_showing,
)
from products.catalogue.gaps import with_gaps


class RecordViewSet(SnippetViewSet):
    """Any record of the catalogue."""

    index_view_class = RecordIndexView
    add_view_class = RecordCreateView
    edit_view_class = RecordEditView
    inspect_view_class = RecordInspectView
    list_per_page = 50
    inspect_view_enabled = True  # for roles that may look but not change
    inspect_view_fields_exclude = ["content_checksum", "latest_revision"]

    related = ()
    prefetched = ()

    def get_queryset(self, request):
        """Brings along what the columns show."""
        records = self.model._default_manager.select_related(*self.related)
        return records.prefetch_related(*self.prefetched)


class ProductViewSet(RecordViewSet):
    model = models.GIProduct
    icon = "tag"
    index_view_class = ProductIndexView
    edit_view_class = ProductEditView
    edit_handler = panels.PRODUCT_PANELS
    filterset_class = admin_filters.ProductFilterSet
    prefetched = ("districts", "protections__successors__successors")
    related = ("category",)
    ordering = ["number"]
    list_display = [
        "name_zh",
        Column("name_en", label=_("English name"), sort_key="name_en"),
        NumberColumn("number", label=_("No."), sort_key="number"),
        Column("category", label=_("Class"), sort_key="category__sort_order"),
        Column("state", label=_("State"), accessor=choice("state"), sort_key="state"),
        Column("protection", label=_("Protection"), accessor=protection_status),
        NumberColumn("gap_count", label=_("Missing facts"), sort_key="gap_count"),
        DayColumn("last_checked_on", label=_("Last checked"), sort_key="last_checked_on"),
    ]
    list_export = [
        "number",
        "slug",
        "name_zh",
        "name_en",
        "pinyin",
        "category",
        "districts",
        "state",
        "protection",
        "area_zh",
        "area_en",
        "west",
        "east",
        "south",
        "north",
        "hs_code",
        "last_checked_on",
    ]
    export_filename = "gi-products"
    chooser_viewset_class = chooser_showing(
        Column("name_en", label=_("English name")),
        NumberColumn("number", label=_("No.")),
        Column("category", label=_("Class")),
        related=("category",),
    )

    def get_queryset(self, request):
        return with_gaps(super().get_queryset(request))


class ProtectionViewSet(RecordViewSet):
    model = models.Protection
    icon = "lock"
    add_view_class = ProtectionCreateView
    edit_handler = panels.PROTECTION_PANELS
    filterset_class = admin_filters.ProtectionFilterSet
    related = ("product",)
    prefetched = ("successors__successors",)
    ordering = ["product__number", "announced", "pk"]
    list_display = [
        Column("product", label=_("Product"), sort_key="product__number"),
        Column("scheme", label=_("Scheme"), accessor=choice("scheme"), sort_key="scheme"),
        Column("number", label=_("Number"), sort_key="number"),
        Column("status", label=_("Status"), accessor="status.label"),
        Column("announcement_number", label=_("Announcement")),
        Column(
            "announced", label=_("Announced on"), accessor=stated("announced"), sort_key="announced"
        ),
        Column("holder", label=_("Holder")),
    ]
    list_export = [
        "product.number",
        "product.name_zh",
        "product.name_en",
        "get_scheme_display",
        "number",
        "status.label",
        "authority_zh",
        "authority_en",
        "announcement_number",
        "announced",
        "get_announced_precision_display",
        "holder_zh",
        "holder_en",
        "valid_from",
        "valid_until",
        "get_end_reason_display",
        "source.key",
        "get_confidence_display",
    ]
    export_headings = {
        "product.number": _("No."),
        "product.name_zh": _("Product (Chinese)"),
        "product.name_en": _("Product (English)"),
        "get_scheme_display": _("Scheme"),
        "status.label": _("Status"),
        "get_announced_precision_display": _("Precision of the announcement date"),
        "get_end_reason_display": _("Reason of the end"),
        "source.key": _("Source"),
        "get_confidence_display": _("Confidence"),
    }
    export_filename = "gi-protections"
    chooser_viewset_class = chooser_showing(
        Column("number", label=_("Number")),
        Column("status", label=_("Status"), accessor="status.label"),
        related=("product",),
        prefetched=("successors__successors",),
    )


class SpecificationViewSet(RecordViewSet):
    model = models.Specification
    icon = "doc-full"
    edit_handler = panels.SPECIFICATION_PANELS
    filterset_class = admin_filters.SpecificationFilterSet
    related = ("protection__product",)
    search_fields = ["version", "protection__product__name_zh", "protection__product__name_en"]
    list_display = [
        "version",
        Column("protection", label=_("Protection"), sort_key="protection"),
        DayColumn("in_force_from", label=_("In force from"), sort_key="in_force_from"),
        DayColumn("in_force_until", label=_("In force until"), sort_key="in_force_until"),
    ]
    list_export = ["protection", "version", "in_force_from", "in_force_until"]
    export_filename = "gi-specifications"


class SourceViewSet(RecordViewSet):
    model = models.Source
    icon = "openquote"
    edit_handler = panels.SOURCE_PANELS
    filterset_class = admin_filters.SourceFilterSet
    ordering = ["title_zh", "pk"]
    list_display = [
        "title_zh",
        Column("publisher", label=_("Publisher")),
        Column("kind", label=_("Kind"), accessor=choice("kind"), sort_key="kind"),
        Column(
            "published", label=_("Published"), accessor=stated("published"), sort_key="published"
        ),
        DayColumn("read_on", label=_("Read on"), sort_key="read_on"),
    ]
    list_export = [
        "key",
        "title_zh",
        "title_en",
        "publisher_zh",
        "publisher_en",
        "get_kind_display",
        "published",
        "read_on",
        "url",
    ]
    export_headings = {"get_kind_display": _("Kind")}
    export_filename = "gi-sources"
    chooser_viewset_class = chooser_showing(
        Column("publisher", label=_("Publisher")),
        Column("published", label=_("Published"), accessor=stated("published")),
        Column("kind", label=_("Kind"), accessor=choice("kind")),
    )


class DistrictViewSet(RecordViewSet):
    model = models.District
    icon = "site"
    edit_handler = panels.DISTRICT_PANELS
    inspect_view_fields_exclude = [*RecordViewSet.inspect_view_fields_exclude, "boundary"]
    search_fields = ["name_zh", "name_en", "slug", "adcode"]
    list_display = [
        "name_zh",
        Column("name_en", label=_("English name"), sort_key="name_en"),
        Column("kind", label=_("Kind"), accessor=choice("kind"), sort_key="kind"),
        Column("adcode", label=_("Administrative code"), sort_key="adcode"),
    ]
    list_export = ["slug", "adcode", "name_zh", "name_en", "get_kind_display", "parent"]
    export_headings = {"get_kind_display": _("Kind")}
    export_filename = "districts"
    chooser_viewset_class = chooser_showing(
        Column("name_en", label=_("English name")),
        Column("kind", label=_("Kind"), accessor=choice("kind")),
        Column("adcode", label=_("Administrative code")),
    )


class CategoryViewSet(RecordViewSet):
    model = models.Category
    icon = "folder-open-inverse"
    edit_handler = panels.CATEGORY_PANELS
    search_fields = ["name_zh", "name_en", "slug"]
    list_display = [
        "name_zh",
        Column("name_en", label=_("English name"), sort_key="name_en"),
        Column("gbt43583", label=_("GB/T 43583 code")),
        NumberColumn("sort_order", label=_("Order"), sort_key="sort_order"),
    ]
    list_export = ["slug", "name_zh", "name_en", "gbt43583", "sort_order"]
    export_filename = "product-classes"


class CatalogueViewSetGroup(SnippetViewSetGroup):
    """The menu of the records."""

    menu_label = _("GI records")
    menu_icon = "tag"
    menu_order = 150
    items = (
        ProductViewSet,
        ProtectionViewSet,
        SpecificationViewSet,
        SourceViewSet,
        DistrictViewSet,
        CategoryViewSet,
    )
