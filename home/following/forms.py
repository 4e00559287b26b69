"""The form with which one asks for alerts."""

from django import forms
from django.utils.translation import gettext_lazy as _

from home.following.enums import Target
from products.catalogue.models import GIProduct
from products.producers.models import Producer
from products.registry.models import Authorisation


class AlertForm(forms.Form):
    """An address and what it wants to follow; `wanted` is what the visitor came for."""

    target = forms.ChoiceField(label=_("What do you want to follow?"))
    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    consent = forms.BooleanField(
        label=_("I agree that my address is used to send me these alerts."),
        error_messages={"required": _("Without your consent we may not keep your address.")},
    )

    def __init__(self, *args, wanted="", **kwargs):
        super().__init__(*args, **kwargs)
        self.products = {product.slug: product for product in GIProduct.objects.order_by("number")}
        wanted = (self.data.get("target") or wanted)[:120].replace("\0", "")
        self.fields["target"].choices = self._choices(wanted)
        self.initial.setdefault("target", wanted)

    def _choices(self, wanted: str) -> list:
        everything = (Target.ALL, _("Everything that changes"))
        products = [
            (f"{Target.PRODUCT}:{slug}", product.name) for slug, product in self.products.items()
        ]
        chosen = []
        kind, _colon, key = wanted.partition(":")
        if kind in (Target.PRODUCER, Target.ENTRY) and (record := find(kind, key)):
            chosen.append((wanted, title_of(kind, record)))
        return [*chosen, everything, (_("One product"), products)]

    def wish(self) -> tuple[Target, object]:
        """What was chosen, with its record; None for everything."""
        kind, _colon, key = self.cleaned_data["target"].partition(":")
        return Target(kind), None if kind == Target.ALL else find(kind, key)


def find(kind: str, key: str):
    """The record that can be followed by its public id; None if there is none to be seen."""
    match kind:
        case Target.PRODUCT:
            return GIProduct.objects.filter(slug=key).first()
        case Target.PRODUCER:
            return Producer.objects.filter(slug=key, is_sample=False).first()
        case Target.ENTRY:
            entries = Authorisation.objects.public().real()
            return entries.filter(public_number=key.upper()).first()
    return None


def title_of(kind: str, record) -> str:
    """What is followed, as it stands in the list of choices."""
    if kind == Target.ENTRY:
        return _("The entry of %(firm)s (%(number)s)") % {
            "firm": record.name_as_printed,
            "number": record.public_number,
        }
    return _("The producer %(name)s") % {"name": record.name}
