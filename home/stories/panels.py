"""What editors fill in for stories, news and events."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel, MultipleChooserPanel

from gi_site.core.admin_forms import RowForm, SitePageForm, show_constraints_at
from products.catalogue.panels import row

show_constraints_at(
    story_person_has_consent="consent_note",
    story_producer_once="producer",
    event_end_time_has_start_time="starts_at",
)


class EntryForm(RowForm, SitePageForm):
    """A page whose constraints speak at their fields."""


def _panels(*own) -> list:
    return [
        HelpPanel(
            _(
                "A story tells; it does not rule. What is protected, since when and for whom"
                " stands in the records: choose the products and producers below, and the page"
                " links to them. Do not restate a legal fact in the text."
            )
        ),
        FieldPanel("title"),
        FieldPanel("summary"),
        *own,
        FieldPanel("picture"),
        FieldPanel("body"),
        FieldPanel("products", widget=forms.CheckboxSelectMultiple),
        MultipleChooserPanel(
            "related_producers",
            chooser_field_name="producer",
            heading=_("Producers"),
            panels=[FieldPanel("producer")],
        ),
        MultiFieldPanel(
            [FieldPanel("shows_people"), row("consent_on", "consent_note")],
            heading=_("People"),
            help_text=_("A person is named or shown only with consent."),
        ),
    ]


def story_panels() -> list:
    """A story."""
    return _panels(row("about", "date"))


def news_panels() -> list:
    """A piece of news."""
    return _panels(FieldPanel("date", help_text=_("The day on which it happened.")))


def event_panels() -> list:
    """An event."""
    return _panels(
        MultiFieldPanel(
            [
                FieldPanel("date", heading=_("First day")),
                FieldPanel("ends_on"),
                row("starts_at", "ends_at"),
            ],
            heading=pgettext_lazy("event", "When"),
        ),
        MultiFieldPanel(
            [
                row("place", "organiser"),
                FieldPanel("district", widget=forms.Select),
                FieldPanel("link"),
            ],
            heading=_("Where"),
        ),
    )
