"""The admin forms of the programme's records."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, ObjectList

from gi_site.core.admin_forms import RecordForm, RowsPanel, show_constraints_at
from products.catalogue.panels import FOOTING, both, group, row

show_constraints_at(
    indicator_computation_once="computation",
    indicator_upper_value_above_value="value_max",
    indicator_value_once_per_source="period",
)


class KeyForm(RecordForm):
    """The key is part of the open data and of addresses."""

    set_once = ("key",)


INDICATOR_PANELS = ObjectList(
    [
        both("name"),
        FieldPanel("definition_zh"),
        FieldPanel("definition_en"),
        both("unit"),
        row("key", "sort_order"),
        row("computation", "is_headline"),
        FieldPanel("note_zh", widget=forms.Textarea(attrs={"rows": 2})),
        FieldPanel("note_en", widget=forms.Textarea(attrs={"rows": 2})),
        RowsPanel(
            "values",
            [
                FieldPanel("kind"),
                row("qualifier", "value", "value_max"),
                row("period", "period_precision"),
                both("note"),
                *FOOTING,
            ],
            heading=pgettext_lazy("indicator", "Values"),
            help_text=_(
                "One number as one source states it, for one period. Another definition is another"
                " indicator."
            ),
        ),
    ],
    base_form_class=KeyForm,
)

MILESTONE_PANELS = ObjectList(
    [
        both("title"),
        row("on", "on_precision"),
        FieldPanel("text_zh"),
        FieldPanel("text_en"),
        FieldPanel("product"),
        group(_("Basis"), *FOOTING),
    ],
    base_form_class=RecordForm,
)

AREA_PANELS = ObjectList(
    [
        both("name"),
        FieldPanel("level"),
        row("product", "district"),
        both("conferred_by"),
        row("on", "on_precision"),
        group(_("Basis"), *FOOTING),
    ],
    base_form_class=RecordForm,
)

PARTNER_PANELS = ObjectList(
    [
        both("name"),
        both("role"),
        row("url", "sort_order"),
        group(_("Basis"), *FOOTING),
    ],
    base_form_class=RecordForm,
)

DOCUMENT_PANELS = ObjectList(
    [
        row("kind", "year"),
        both("title"),
        FieldPanel("file"),
        FieldPanel("url"),
        group(_("Basis"), *FOOTING),
    ],
    base_form_class=RecordForm,
)
