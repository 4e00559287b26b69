"""What a buyer fills in. Only products, name, contact and consent are needed."""

import datetime
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from gi_site.intake.contact import CONTACT_RULES, ContactChannel
from gi_site.intake.fields import Lines, OneLine
from gi_site.intake.limiter import digest_of
from products.producers.enums import Unit

from .enums import DOMESTIC_TERMS, Currency, Outcome, Route, TradeTerm
from .models import Inquiry, InquiryLine

# Increase it with every change of templates/inquiries/_consent.html.
CONSENT_VERSION = "2026-11-22"
MAX_LINES = 10


def _amount(label, **kwargs):
    return forms.DecimalField(
        label=label,
        min_value=Decimal("0.01"),
        max_digits=12,
        decimal_places=2,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
        error_messages={"invalid": _("Write digits, such as 1500 or 2.5.")},
        **kwargs,
    )


def _one_line(model, name, label=None, **kwargs):
    field = model._meta.get_field(name)
    return OneLine(
        label=capfirst(field.verbose_name) if label is None else label,
        max_length=field.max_length,
        required=kwargs.pop("required", False),
        **kwargs,
    )


class LineForm(forms.ModelForm):
    """One product that is asked for; `products` are those to choose from."""

    product = forms.TypedChoiceField(label=_("Product"))
    form = _one_line(
        InquiryLine, "form", widget=forms.TextInput(attrs={"list": "known-forms", "size": 20})
    )
    quantity = _amount(_("Quantity"))
    unit = forms.ChoiceField(label=_("Unit"), choices=Unit.choices, initial=Unit.KILOGRAM)
    target_price = _amount(_("Target price per unit"), required=False)
    currency = forms.ChoiceField(
        label=_("Currency"), choices=Currency.choices, initial=Currency.CNY, required=False
    )
    packing = _one_line(InquiryLine, "packing")
    wants_sample = forms.BooleanField(label=_("I would like a sample"), required=False)

    class Meta:
        model = InquiryLine
        fields = (
            "product",
            "form",
            "quantity",
            "unit",
            "target_price",
            "currency",
            "packing",
            "wants_sample",
        )

    def __init__(self, *args, products, **kwargs):
        super().__init__(*args, **kwargs)
        by_slug = {product.slug: product for product in products}
        field = self.fields["product"]
        field.choices = [("", _("Choose a product")), *((p.slug, p.name) for p in products)]
        field.coerce = by_slug.get

    def validate_constraints(self):
        """Nothing: the fields say the same, and without a query for each line."""

    def clean_currency(self):
        return self.cleaned_data["currency"] or Currency.CNY


class BaseLines(forms.BaseFormSet):
    """The lines; empty ones are passed over, one is needed."""

    def clean(self):
        if any(form.errors for form in self._kept()):
            return
        if not self.wanted():
            raise ValidationError(_("Choose at least one product and say how much of it."))

    def wanted(self) -> list[InquiryLine]:
        """The lines that are filled in and not left out, unsaved."""
        return [form.instance for form in self._kept() if form.cleaned_data.get("product")]

    def _kept(self):
        return [form for form in self.forms if not form.cleaned_data.get("DELETE")]


LineForms = forms.formset_factory(
    LineForm,
    formset=BaseLines,
    extra=0,
    can_delete=True,
    max_num=MAX_LINES,
    absolute_max=MAX_LINES + 1,
    validate_max=True,
)


class InquiryForm(forms.ModelForm):
    """The whole inquiry but its lines and files; `producers` are those that may be chosen."""

    chosen = forms.TypedMultipleChoiceField(
        label=_("Producers"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": _("A producer you ticked is no lawful user for these products.")
        },
    )
    destination_place = _one_line(Inquiry, "destination_place", label=_("Place of destination"))
    message = Lines(label=_("Message"), max_length=3000, required=False)
    buyer_name = _one_line(Inquiry, "buyer_name", required=True, label=_("Your name"))
    buyer_organisation = _one_line(Inquiry, "buyer_organisation", label=_("Organisation"))
    contact = _one_line(
        Inquiry, "contact", required=True, label=_("E-mail address, number or WeChat ID")
    )
    contact_channel = forms.ChoiceField(
        label=_("How shall we reach you?"),
        choices=ContactChannel.choices,
        initial=ContactChannel.EMAIL,
        widget=forms.RadioSelect,
    )
    language = forms.ChoiceField(
        label=_("We write to you in"), choices=[("zh-hans", "中文"), ("en", "English")]
    )
    trade_term = forms.ChoiceField(
        label=_("Trade term"),
        required=False,
        choices=[
            ("", "—"),
            (_("Within China"), [(term.value, term.label) for term in DOMESTIC_TERMS]),
            (
                _("Export (Incoterms 2020)"),
                [(term.value, term.label) for term in TradeTerm if term not in DOMESTIC_TERMS],
            ),
        ],
    )
    consent = forms.BooleanField(
        error_messages={"required": _("Without your consent we may not keep your inquiry.")},
        label=_("I have read the notice and agree that my data is used to handle this inquiry."),
    )
    forward_consent = forms.BooleanField(
        required=False,
        label=_("I also agree that my inquiry is passed on to the producers."),
    )
    # It stands beside the question, above the form.
    send_again = forms.BooleanField(
        required=False,
        label=_("Send it again anyway"),
        widget=forms.CheckboxInput(attrs={"form": "inquiry"}),
    )

    class Meta:
        model = Inquiry
        fields = (
            "route",
            "window_from",
            "window_until",
            "destination_country",
            "destination_place",
            "trade_term",
            "certificates",
            "purpose",
            "frequency",
            "message",
            "buyer_name",
            "buyer_organisation",
            "buyer_country",
            "contact_channel",
            "contact",
            "language",
        )
        labels = {
            "route": _("Who shall receive it?"),
            "window_from": _("Delivery from"),
            "window_until": _("Delivery until"),
            "destination_country": _("Country of destination"),
            "buyer_country": _("Your country"),
            "purpose": _("Purpose"),
            "frequency": _("How often?"),
        }
        widgets = {
            "route": forms.RadioSelect,
            "window_from": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "window_until": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }

    def __init__(self, *args, producers=(), **kwargs):
        super().__init__(*args, **kwargs)
        by_slug = {producer.slug: producer for producer in producers}
        self.fields["chosen"].choices = [(p.slug, p.name) for p in producers]
        self.fields["chosen"].coerce = by_slug.get
        self.fields["route"].choices = Route.choices
        for name, field in self.fields.items():
            field.widget.attrs.setdefault("autocomplete", AUTOCOMPLETE.get(name, "off"))

    def validate_constraints(self):
        """Nothing: `clean` says the same, beside its field."""

    def clean_window_from(self):
        return self._not_past("window_from")

    def clean_window_until(self):
        return self._not_past("window_until")

    def _not_past(self, name):
        day, today = self.cleaned_data[name], timezone.localdate()
        if day and not today <= day <= today + datetime.timedelta(days=3 * 365):
            raise ValidationError(_("Choose a day from today on, within three years."))
        return day

    def clean(self):
        super().clean()
        self._validate_window()
        self._validate_contact()
        self._validate_chosen()
        return self.cleaned_data

    def _validate_window(self):
        first, last = (self.cleaned_data.get(f"window_{end}") for end in ("from", "until"))
        if first and last and last < first:
            self.add_error("window_until", _("“Delivery until” lies before “delivery from”."))

    def _validate_contact(self):
        channel, contact = (self.cleaned_data.get(n) for n in ("contact_channel", "contact"))
        if not channel or not contact:
            return
        try:
            CONTACT_RULES[channel](contact)
        except ValidationError as error:
            self.add_error("contact", error)
        else:
            self.instance.contact_digest = digest_of(contact)

    def _validate_chosen(self):
        if self.cleaned_data.get("route") != Route.CHOSEN or "chosen" in self.errors:
            return
        if not self.cleaned_data.get("chosen"):
            self.add_error("chosen", _("Tick at least one producer, or choose another way above."))


AUTOCOMPLETE = {
    "buyer_name": "name",
    "buyer_organisation": "organization",
    "buyer_country": "country",
}


class MessageForm(forms.Form):
    """What a buyer writes back."""

    text = Lines(label=_("Your message"), max_length=3000)


class OutcomeForm(forms.Form):
    """How it ended, in the buyer's eyes."""

    outcome = forms.ChoiceField(
        label=_("How did it end?"),
        choices=[
            (value, Outcome(value).label)
            for value in (Outcome.DEAL, Outcome.TALKS, Outcome.NO_DEAL, Outcome.NO_ANSWER)
        ],
        widget=forms.RadioSelect,
    )


class LostLinkForm(forms.Form):
    """By which contact an inquiry was sent."""

    contact = OneLine(label=_("Your e-mail address"), max_length=254, validators=[validate_email])
