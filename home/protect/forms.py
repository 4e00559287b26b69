"""What a reporter fills in. Only the product, where, and what is suspicious are needed."""

import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gi_site.core.validators import validate_http_url
from gi_site.intake.contact import CONTACT_RULES, ContactChannel
from gi_site.intake.fields import Lines, OneLine
from products.catalogue.models import District, GIProduct

from .enums import PlaceKind, Sign
from .models import Report

# Increase it with every change of templates/protect/_notice.html.
CONSENT_VERSION = "2026-11-24"
NOT_LISTED = "other"
# Older sightings lead nowhere.
OLDEST = datetime.timedelta(days=3 * 365)


def _one_line(name, label, **kwargs):
    length = Report._meta.get_field(name).max_length
    return OneLine(label=label, max_length=length, required=False, **kwargs)


class ReportForm(forms.ModelForm):
    """The report without its photographs; `products` are those to choose from."""

    product_choice = forms.ChoiceField(label=_("Which product?"))
    product_text = _one_line("product_text", _("If not on the list: the name on the goods"))
    place_kind = forms.ChoiceField(
        label=_("Where did you see it?"), choices=PlaceKind.choices, widget=forms.RadioSelect
    )
    place = _one_line(
        "place", _("Name and street of the market or shop, or name of the online shop")
    )
    district = forms.ModelChoiceField(
        District.objects.all(), label=_("District"), required=False, empty_label="—"
    )
    seen_on = forms.DateField(
        label=_("When?"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    link = _one_line(
        "link", _("Link to the offer"), widget=forms.TextInput(attrs={"inputmode": "url"})
    )
    signs = forms.MultipleChoiceField(
        label=_("What looks suspicious?"),
        choices=Sign.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    message = Lines(label=_("In your own words"), max_length=3000, required=False)
    contact_channel = forms.ChoiceField(
        label=_("May we write to you?"),
        choices=[("", _("No, I stay anonymous")), *ContactChannel.choices],
        required=False,
        widget=forms.RadioSelect,
        initial="",
    )
    reporter_name = _one_line("reporter_name", _("Your name"))
    contact = _one_line("contact", _("E-mail address, number or WeChat ID"))
    consent = forms.BooleanField(
        required=False,
        label=_("I agree that my name and contact are used to answer me about this report."),
    )

    class Meta:
        model = Report
        fields = (
            "product_text",
            "place_kind",
            "place",
            "district",
            "seen_on",
            "link",
            "signs",
            "message",
            "contact_channel",
            "contact",
            "reporter_name",
        )

    def __init__(self, *args, products, **kwargs):
        super().__init__(*args, **kwargs)
        self.products = {product.slug: product for product in products}
        self.fields["product_choice"].choices = [
            ("", "—"),
            *((product.slug, product.name) for product in products),
            (NOT_LISTED, _("Another one, or not on this list")),
        ]
        for name, field in self.fields.items():
            field.widget.attrs.setdefault("autocomplete", AUTOCOMPLETE.get(name, "off"))
        self.fields["seen_on"].widget.attrs["max"] = timezone.localdate().isoformat()

    def validate_constraints(self):
        """Nothing: `clean` says the same, beside its field."""

    def clean_seen_on(self):
        day, today = self.cleaned_data["seen_on"], timezone.localdate()
        if day and not today - OLDEST <= day <= today:
            raise ValidationError(_("Choose a day up to today, within the last three years."))
        return day

    def clean_link(self):
        link = self.cleaned_data["link"]
        if link:
            validate_http_url(link)
        return link

    def clean(self):
        super().clean()
        self._validate_product()
        self._validate_place()
        self._validate_suspicion()
        self._validate_contact()
        return self.cleaned_data

    def _validate_product(self):
        choice = self.cleaned_data.get("product_choice")
        self.instance.product = self.products.get(choice)
        if choice == NOT_LISTED and not self.cleaned_data.get("product_text"):
            self.add_error("product_text", _("Write the name that stands on the goods."))

    def _validate_place(self):
        if "place" in self.errors or "link" in self.errors:
            return
        if not self.cleaned_data.get("place") and not self.cleaned_data.get("link"):
            self.add_error("place", _("Say where it was, or give the link below."))

    def _validate_suspicion(self):
        if "signs" in self.errors or "message" in self.errors:
            return
        if not self.cleaned_data.get("signs") and not self.cleaned_data.get("message"):
            self.add_error("signs", _("Tick at least one, or say it in your own words below."))

    def _validate_contact(self):
        channel, contact, name = (
            self.cleaned_data.get(n) for n in ("contact_channel", "contact", "reporter_name")
        )
        if channel and not contact and "contact" not in self.errors:
            self.add_error("contact", _("Write how we reach you, or choose to stay anonymous."))
        if contact and not channel and "contact_channel" not in self.errors:
            self.add_error("contact_channel", _("Say what kind of contact you have given."))
        if channel and contact:
            try:
                CONTACT_RULES[channel](contact)
            except ValidationError as error:
                self.add_error("contact", error)
        if (contact or name) and not self.cleaned_data.get("consent"):
            self.add_error(
                "consent", _("Without your consent we may not keep your name and contact.")
            )


AUTOCOMPLETE = {"reporter_name": "name"}


class MessageForm(forms.Form):
    """What a reporter adds."""

    text = Lines(label=_("Your message"), max_length=3000)


def products_for_choice() -> list[GIProduct]:
    """The city's GI products, in the order of the catalogue."""
    return list(GIProduct.objects.listed().order_by("number", "pk"))
