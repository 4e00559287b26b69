"""The form with which one asks for alerts."""

from django import forms
from django.utils.translation import gettext_lazy as _

from home.following.enums import Target
from home.following.targets import find, title_of
from products.catalogue.models import GIProduct


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
