"""The list of what visitors have sent in, in the admin: filters, columns, export."""

import django_filters
from django import forms
from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import (
    Column,
    StatusFlagColumn,
    StatusTagColumn,
    TitleColumn,
)

from gi_site.accounts.models import User
from gi_site.core.admin_listings import RecordIndexView

from .records import days_ago

NOBODY = "–"  # as the list shows it among the filters in use


class Age(models.TextChoices):
    """For how many days something has been here, at least."""

    DAYS_3 = "3", _("over 3 days")
    WEEK = "7", _("over a week")
    MONTH = "30", _("over 30 days")


def officers(permission: str):
    """Who may work on what came in: those with `permission`."""
    return User.objects.with_perm(
        permission, backend="django.contrib.auth.backends.ModelBackend"
    ).order_by("username")


class ReceivedFilterSet(WagtailFilterSet):
    """What every such list is filtered by; `Meta.fields` says in which order."""

    change_permission = ""

    is_overdue = django_filters.BooleanFilter(label=_("overdue"))
    age = django_filters.ChoiceFilter(
        label=_("age"), choices=Age.choices, method="filter_age", widget=forms.RadioSelect
    )
    assigned_to = django_filters.ModelChoiceFilter(
        label=_("assigned to"),
        queryset=User.objects.none(),
        null_label=_("nobody"),
        null_value=NOBODY,
    )
    is_sample = django_filters.BooleanFilter(label=_("sample"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["assigned_to"].queryset = officers(self.change_permission)

    def filter_age(self, queryset, name, value):
        return queryset.filter(received_at__lt=days_ago(int(value)))


class ReceivedIndexView(RecordIndexView):
    """Everything that came in; exported by those with `list_export` only."""

    def as_spreadsheet(self, queryset, spreadsheet_format):
        if not self.list_export:
            raise PermissionDenied
        return super().as_spreadsheet(queryset, spreadsheet_format)

    def get_edit_url(self, instance):
        return None


def age_of(record) -> str:
    """For how long it has been here, in words."""
    days = record.age.days
    words = ngettext("%(days)d day", "%(days)d days", days) % {"days": days}
    return words.replace(" ", "\xa0")


def day_of(record) -> str:
    """The day on which it was received."""
    return date_format(timezone.localtime(record.received_at), "Y-m-d")


def columns(url_name: str, reference, statuses, *, about: list, after: list = ()) -> list:
    """The columns of such a list: `about` it stands before its status, `after` behind.

    `reference` is the heading of the first column, `statuses` the choices of `status_known`.
    """
    return [
        TitleColumn(
            "reference",
            label=reference,
            sort_key="reference",
            url_name=url_name,
            classname="w-whitespace-nowrap",
        ),
        Column(
            "received_at",
            label=pgettext_lazy("day", "Received"),
            accessor=day_of,
            sort_key="received_at",
            classname="w-whitespace-nowrap",
        ),
        *about,
        StatusTagColumn(
            "status",
            label=_("Status"),
            accessor=lambda record: statuses(record.status_known).label,
            sort_key="status_known",
            primary=lambda record: record.status_known == statuses.RECEIVED,
        ),
        *after,
        Column("age", label=_("Age"), accessor=age_of),
        Column("assigned_to", label=_("Assigned to"), sort_key="assigned_to__username"),
        StatusFlagColumn(
            "is_overdue", label=_("Overdue"), true_label=_("overdue"), sort_key="is_overdue"
        ),
        StatusFlagColumn(
            "is_sample", label=_("Sample"), true_label=_("sample"), sort_key="is_sample"
        ),
    ]
