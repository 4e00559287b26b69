"""The admin form of a producer, in tabs."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, ObjectList, TabbedInterface

from gi_site.core.admin_forms import RowsPanel, show_constraints_at
from products.catalogue.panels import SlugForm, both, group, row

show_constraints_at(
    certificate_ends_after_it_begins="valid_until",
    offer_months_complete="until_month",
    producer_code_review_has_evidence="credit_code_evidence",
    producer_point_complete="longitude",
    **{
        f"{model}_footing_has_{what}": field
        for model in ("producer", "producerclaim", "certificate", "offer")
        for what, field in (("source", "footing_source"), ("date", "footing_on"))
    },
)


class ProducerForm(SlugForm):
    """A producer; who enters a credit code cannot confirm it."""

    def save(self, commit=True):
        if "credit_code" in self.changed_data or "credit_code_evidence" in self.changed_data:
            self.instance.entered_by = self.for_user
            self.instance.credit_code_reviewer = None
        return super().save(commit)


FOOTING = [row("footing", "footing_on"), FieldPanel("footing_source")]

PRODUCER_PANELS = TabbedInterface(
    [
        ObjectList(
            [
                group(
                    _("Names"),
                    row("legal_name_zh", "name_en"),
                    both("trading_name"),
                    row("kind", "slug"),
                ),
                group(
                    _("Credit code"),
                    HelpPanel(
                        _(
                            "A real code that fails the check is kept with a copy of the licence;"
                            " it is shown once another person has confirmed it with “Confirm"
                            " credit code” above the form."
                        )
                    ),
                    row("credit_code", "credit_code_evidence"),
                    FieldPanel("credit_code_reviewer", read_only=True),
                ),
                group(
                    _("What it does"),
                    row("is_grower", "is_processor", "is_packer"),
                    row("is_trader", "is_exporter", "welcomes_visits"),
                    FieldPanel("products", widget=forms.CheckboxSelectMultiple),
                ),
                group(_("Basis"), *FOOTING),
                FieldPanel("image"),
            ],
            heading=_("Producer"),
        ),
        ObjectList(
            [
                group(
                    _("Place"),
                    FieldPanel("district", widget=forms.Select),
                    both("town"),
                    row("latitude", "longitude"),
                ),
                RowsPanel(
                    "contacts",
                    [row("kind", "value"), both("label"), FieldPanel("visibility")],
                    heading=_("Contacts"),
                    help_text=_("Only what is marked “everybody” stands on public pages."),
                ),
                row("languages", "export_markets"),
            ],
            heading=_("Place and contacts"),
        ),
        ObjectList(
            [
                RowsPanel(
                    "offers",
                    [
                        FieldPanel("product", widget=forms.Select),
                        both("form"),
                        both("pack"),
                        row("unit", "minimum_order", "monthly_capacity"),
                        row("from_month", "until_month"),
                        row("storage", "shelf_life_days"),
                        *FOOTING,
                    ],
                    heading=_("Offers"),
                )
            ],
            heading=_("Offers"),
        ),
        ObjectList(
            [
                RowsPanel("claims", [both("text"), *FOOTING], heading=_("Statements")),
                RowsPanel(
                    "certificates",
                    [
                        row("kind", "number"),
                        both("issuer"),
                        row("valid_from", "valid_until"),
                        FieldPanel("file"),
                        *FOOTING,
                    ],
                    heading=_("Certificates"),
                ),
            ],
            heading=_("Statements and certificates"),
        ),
    ],
    base_form_class=ProducerForm,
)
