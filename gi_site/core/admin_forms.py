"""Admin forms of records: every message stands at the field it is about."""

from decimal import Decimal
from itertools import chain, count

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.panels import InlinePanel
from wagtail.models import Page

from gi_site.core.english import is_chinese
from gi_site.core.slugs import ascii_slug

_constraint_fields = {}


def show_constraints_at(**fields):
    """Shows the message of a database constraint at a field: `name_of_constraint="field"`."""
    _constraint_fields.update(fields)


class FigureInput(forms.NumberInput):
    """A figure as it was typed: 2266.7, where the database gives 2266.7000."""

    def format_value(self, value):
        if isinstance(value, Decimal) and value.is_finite():
            value = f"{value.normalize():f}"
        return super().format_value(value)


register_form_field_override(models.DecimalField, override={"widget": FigureInput})


class SitePageForm(WagtailAdminPageForm):
    """A page whose address comes from the pinyin of its title, if none is typed."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False

    def clean_slug(self):
        stem = self.cleaned_data["slug"] or ascii_slug(self.data.get(self.add_prefix("title"), ""))
        if self.cleaned_data["slug"] or not stem:
            return stem
        numbered = (f"{stem}-{number}" for number in count(2))
        return next(
            slug
            for slug in chain([stem], numbered)
            if Page._slug_is_available(slug, self.parent_page, self.instance)
        )


class RowForm(WagtailAdminModelForm):
    """A record, or one row of its inline lists, with messages of constraints at their fields."""

    def clean(self):
        cleaned = super().clean()
        for name, value in list(self.cleaned_data.items()):
            if name.endswith("_en") and isinstance(value, str) and is_chinese(value):
                self.add_error(name, _("This is shown on English pages; write it in English."))
        return cleaned

    def _update_errors(self, errors):
        if hasattr(errors, "error_dict"):
            fields = self._fields_by_message()
            for error in errors.error_dict.pop(NON_FIELD_ERRORS, []):
                name = fields.get(str(error.message), NON_FIELD_ERRORS)
                errors.error_dict.setdefault(name, []).append(error)
        super()._update_errors(errors)

    def _fields_by_message(self):
        return {
            str(constraint.violation_error_message): name
            for _model, constraints in self.instance.get_constraints()
            for constraint in constraints
            if (name := _constraint_fields.get(constraint.name)) in self.fields
        }


class RecordForm(RowForm):
    """A record; `set_once` are the fields that stay as they are after the first save."""

    set_once = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            for name in self.set_once:
                self.fields[name].disabled = True


class RowsPanel(InlinePanel):
    """An inline list of a record."""

    def get_form_options(self):
        options = super().get_form_options()
        options["formsets"][self.relation_name]["form"] = RowForm
        return options
