"""Model fields of our own."""

from django import forms
from django.db import models
from django.utils.text import capfirst
from wagtail.fields import StreamField as WagtailStreamField


class StreamField(WagtailStreamField):
    """A StreamField whose blocks stay out of migrations: rewording a label changes no schema."""

    def __init__(self, block_types=(), *args, **kwargs):
        super().__init__(block_types, *args, **kwargs)

    def deconstruct(self):
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, path, [], kwargs


class ChoicesField(models.JSONField):
    """Several values of one enum, kept as a list in the order of the enum; ticked in forms."""

    def __init__(self, *args, choices=None, **kwargs):
        self.options = choices
        super().__init__(*args, **{"default": list, "blank": True, **kwargs})

    def formfield(self, **kwargs):
        return forms.MultipleChoiceField(
            choices=self.options.choices,
            widget=forms.CheckboxSelectMultiple,
            label=capfirst(self.verbose_name),
            help_text=self.help_text,
            required=not self.blank,
        )
