"""The admin forms of the catalogue's records, in tabs."""

from django import forms
from django.urls import reverse
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    TabbedInterface,
)

from gi_site.core.admin_forms import RecordForm, RowsPanel, show_constraints_at
from gi_site.core.templatetags.formats import half_month_name
from products.catalogue.seasons import HALF_MONTHS

show_constraints_at(
    district_has_adcode_or_parent="adcode",
    figure_upper_value_above_value="value_max",
    product_box_complete="west",
    product_name_once="name",
    protection_application_has_no_announcement="announcement_number",
    protection_ends_after_it_begins="valid_until",
    protection_number_once_per_scheme="number",
    quality_range_has_upper_value="value_max",
    season_half_months_1_to_24="end",
    specification_ends_after_it_begins="in_force_until",
    specification_version_once="version",
)


class SlugForm(RecordForm):
    """The public id is part of addresses and of the open data."""

    set_once = ("slug",)


class SourceForm(RecordForm):
    """The key is what content files know a source by."""

    set_once = ("key",)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Django would put http:// before whatever is typed; the editor shall say what is meant.
        self.fields["url"].assume_scheme = ""


class HalfMonthSelect(forms.Select):
    """Half-months by name instead of by number."""

    def __init__(self, attrs=None):
        name = lazy(half_month_name, str)
        super().__init__(attrs, [("", "---------"), *((n, name(n)) for n in HALF_MONTHS)])


class ProtectionsPanel(Panel):
    """The protections of a product with their status; they are records of their own."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "catalogue/admin/protections_panel.html"

        def get_context_data(self, parent_context=None):
            user = self.request.user
            context = super().get_context_data(parent_context)
            if self.instance.pk:
                context["protections"] = self.instance.protections.prefetch_related(
                    "successors__successors"
                )
            view = "edit" if user.has_perm("catalogue.change_protection") else "inspect"
            context["url_name"] = f"wagtailsnippets_catalogue_protection:{view}"
            if self.instance.pk and user.has_perm("catalogue.add_protection"):
                url = reverse("wagtailsnippets_catalogue_protection:add")
                context["add_url"] = f"{url}?product={self.instance.pk}"
            return context


def both(name, **kwargs):
    """The Chinese and the English column of `name`, side by side."""
    return FieldRowPanel([FieldPanel(f"{name}_zh", **kwargs), FieldPanel(f"{name}_en", **kwargs)])


def group(heading, *panels, **kwargs):
    return MultiFieldPanel(list(panels), heading=heading, **kwargs)


def row(*names):
    return FieldRowPanel([FieldPanel(name) for name in names])


FOOTING = [row("source", "second_source"), FieldPanel("confidence")]

PRODUCT_PANELS = TabbedInterface(
    [
        ObjectList(
            [
                group(
                    _("Identity"),
                    both("name"),
                    FieldRowPanel(
                        [FieldPanel("pinyin"), FieldPanel("category", widget=forms.Select)]
                    ),
                    row("number", "state"),
                    row("slug", "hs_code"),
                ),
                FieldPanel("image"),
                RowsPanel(
                    "other_names",
                    [row("name", "kind"), both("note"), *FOOTING],
                    heading=_("Other names"),
                    help_text=_("Visitors find the product by these names too."),
                ),
                group(
                    _("Last check"),
                    HelpPanel(_("Set by “Mark facts as checked today” above the form.")),
                    FieldRowPanel(
                        [
                            FieldPanel("last_checked_on", read_only=True),
                            FieldPanel("last_checked_by", read_only=True),
                        ]
                    ),
                ),
            ],
            heading=_("Product"),
        ),
        ObjectList(
            [
                FieldPanel("districts", widget=forms.CheckboxSelectMultiple),
                group(
                    _("Area"),
                    FieldPanel("area_zh"),
                    FieldPanel("area_en"),
                    FieldPanel("is_official_area"),
                    FieldPanel("area_source"),
                    FieldPanel("area_drawing"),
                ),
                group(
                    _("Coordinates"),
                    HelpPanel(
                        _("The box around the area, in decimal degrees: all four edges or none.")
                    ),
                    row("west", "east"),
                    row("south", "north"),
                ),
            ],
            heading=_("Place"),
        ),
        ObjectList(
            [
                RowsPanel(
                    "quality_limits",
                    [
                        both("indicator"),
                        row("comparator", "value", "value_max", "unit"),
                        FieldPanel("kind"),
                        both("variety"),
                        both("note"),
                        *FOOTING,
                    ],
                    heading=_("Quality values"),
                    help_text=_("Copy values and units as the rules print them."),
                ),
            ],
            heading=_("Quality"),
        ),
        ObjectList(
            [
                RowsPanel(
                    "seasons",
                    [
                        FieldPanel("kind"),
                        FieldRowPanel(
                            [
                                FieldPanel(
                                    "start",
                                    widget=HalfMonthSelect,
                                    help_text=_("Early is up to the 15th."),
                                ),
                                FieldPanel("end", widget=HalfMonthSelect),
                            ]
                        ),
                        both("label"),
                        *FOOTING,
                    ],
                    heading=_("Seasons"),
                    help_text=_(
                        "When the product is to be had. A season may run over New Year: give"
                        " the first and the last half-month."
                    ),
                ),
            ],
            heading=_("Season"),
        ),
        ObjectList(
            [
                RowsPanel(
                    "figures",
                    [
                        FieldPanel("measure"),
                        both("definition"),
                        row("qualifier", "value", "value_max"),
                        both("unit"),
                        row("period", "period_precision"),
                        both("scope"),
                        *FOOTING,
                    ],
                    heading=_("Figures"),
                    help_text=_("One number as one source states it, with its year and area."),
                ),
                RowsPanel(
                    "recognitions",
                    [both("title"), FieldPanel("year"), both("conferred_by"), *FOOTING],
                    heading=_("Recognitions"),
                ),
            ],
            heading=_("Figures and titles"),
        ),
        ObjectList([ProtectionsPanel(heading=_("Protections"))], heading=_("Protection")),
    ],
    base_form_class=SlugForm,
)

PROTECTION_PANELS = TabbedInterface(
    [
        ObjectList(
            [
                group(
                    _("Right"),
                    FieldPanel("product"),
                    row("scheme", "number"),
                    both("holder"),
                ),
                group(
                    _("Announcement"),
                    HelpPanel(
                        _(
                            "A right counts as in force only with announcement number, full date"
                            " and authority. Leave open what you have not read yourself."
                        )
                    ),
                    both("authority"),
                    FieldPanel("announcement_number"),
                    row("announced", "announced_precision"),
                ),
                group(
                    _("Application"),
                    FieldPanel("is_application_only"),
                    row("applied", "applied_precision"),
                ),
                group(
                    _("Validity"),
                    row("valid_from", "valid_until"),
                    FieldPanel("end_reason"),
                    FieldPanel("supersedes"),
                ),
            ],
            heading=_("Right"),
        ),
        ObjectList(
            [
                group(_("Basis"), *FOOTING),
                RowsPanel(
                    "standards",
                    [FieldPanel("number"), both("title"), *FOOTING],
                    heading=_("Standards"),
                ),
                group(_("Note"), FieldPanel("note_zh"), FieldPanel("note_en")),
            ],
            heading=_("Sources and standards"),
        ),
    ],
    base_form_class=RecordForm,
)

SPECIFICATION_PANELS = ObjectList(
    [
        row("protection", "version"),
        row("in_force_from", "in_force_until"),
        FieldPanel("file"),
        group(_("Basis"), *FOOTING),
        RowsPanel(
            "sections",
            [FieldPanel("heading"), FieldPanel("text")],
            heading=_("Sections"),
            help_text=_("As printed; two versions are compared section by section."),
        ),
    ],
    base_form_class=RecordForm,
)

SOURCE_PANELS = ObjectList(
    [
        FieldPanel("title_zh"),
        FieldPanel("title_en"),
        both("publisher"),
        row("kind", "key"),
        row("published", "published_precision"),
        FieldPanel("url"),
        FieldPanel("read_on"),
        group(_("Note"), FieldPanel("note_zh"), FieldPanel("note_en"), classname="collapsed"),
    ],
    base_form_class=SourceForm,
)

DISTRICT_PANELS = ObjectList(
    [
        both("name"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("parent", widget=forms.Select)]),
        row("adcode", "slug"),
        group(_("Boundary"), FieldPanel("boundary"), classname="collapsed"),
    ],
    base_form_class=SlugForm,
)

CATEGORY_PANELS = ObjectList(
    [both("name"), row("slug", "gbt43583"), FieldPanel("sort_order")],
    base_form_class=SlugForm,
)
