"""The registry's records in the admin: lists, forms, confirmation, one menu."""

import datetime
from urllib.parse import urlencode

import django_filters
from django import forms
from django.contrib import messages
from django.db import models
from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms.choosers import BaseFilterForm, SearchFilterMixin
from wagtail.admin.ui.tables import BooleanColumn, Column, NumberColumn
from wagtail.admin.widgets.button import HeaderButton
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from gi_site.core.admin_listings import DayColumn, RecordIndexView
from products.catalogue.admin_views import RecordCreateView, RecordEditView, chooser_showing
from products.catalogue.models import GIProduct
from products.catalogue.viewsets import RecordViewSet
from products.registry import two_people
from products.registry.enums import LawfulKind, Status
from products.registry.importing.viewset import ImportViewSet
from products.registry.matching import read
from products.registry.models import Authorisation, AuthorisationEvent, Notice
from products.registry.panels import AUTHORISATION_PANELS, NOTICE_PANELS

SOON = datetime.timedelta(days=60)


class Waiting(models.TextChoices):
    """What waits for its second person."""

    ENTRY = "entry", _("The entry")
    EVENTS = "events", _("Events")


class ConfirmAction(SnippetBulkAction):
    """Confirms, as a second person, what another has entered; shows all of it first."""

    display_name = _("Confirm")
    action_type = "confirm"
    aria_label = _("Confirm the selected entries")
    template_name = "registry/admin/confirm_entry.html"
    action_priority = 10
    models = [Authorisation]

    @classmethod
    def get_queryset(cls, model, object_ids):
        keys = [key for key in object_ids if str(key).isdecimal()]
        entries = Authorisation.objects.for_listing().filter(pk__in=keys)
        return entries.select_related(
            "notice__file", "protection__product", "entered_by", "source", "successor_of"
        ).prefetch_related("events__notice__file", "events__entered_by")

    def check_perm(self, entry):
        user = self.request.user
        return user.has_perm(two_people.CONFIRM) and two_people.can_be_confirmed_by(entry, user)

    def object_context(self, entry):
        context = super().object_context(entry)
        return context | {
            "events": entry.events.all(),
            "seen": _state_of(entry),
            "doubt": two_people.doubt_about_code(entry),
        }

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        parts = {
            entry.pk: two_people.waiting_parts(entry) for entry in context["items_with_no_access"]
        }
        user = self.request.user.pk
        own = [key for key, each in parts.items() if any(p.entered_by_id == user for p in each)]
        return context | {
            "own": own,
            "unproven": [
                entry.pk
                for entry in context["items_with_no_access"]
                if entry in parts[entry.pk] and two_people.lacks_proof_of_code(entry)
            ],
            "waiting": [key for key, each in parts.items() if each],
        }

    @classmethod
    def execute_action(cls, objects, self=None, **kwargs):
        # What was changed between the page and the answer to it was not seen.
        seen = self.request.POST.getlist("seen")
        done = sum(
            _state_of(entry) in seen and two_people.confirm(entry, self.request.user)
            for entry in objects
        )
        return done, len(objects) - done

    def get_success_message(self, done, changed):
        if changed:
            message = _("%(count)d not confirmed, as they have just been changed: look again.")
            messages.warning(self.request, message % {"count": changed})
        if done:
            return ngettext(
                "%(count)d entry is confirmed.", "%(count)d entries are confirmed.", done
            ) % {"count": done}
        if not changed:
            messages.error(self.request, _("There was nothing that you may confirm."))
        return None


def _state_of(entry) -> str:
    return f"{entry.pk}@{entry.changed_at.isoformat()}"


class WarnOfDoubtfulCode:
    """Says after saving that the credit code as printed fails its check."""

    def form_valid(self, form):
        response = super().form_valid(form)
        if doubt := two_people.doubt_about_code(self.object):
            kept = _(
                "The code is kept as printed; the second person must confirm it against the notice."
            )
            messages.warning(self.request, f"{doubt} {kept}")
        return response


class AuthorisationCreateView(WarnOfDoubtfulCode, RecordCreateView):
    """The form of a new entry."""


class AuthorisationEditView(WarnOfDoubtfulCode, RecordEditView):
    """The form of an entry, with “Confirm” for the second person."""

    @cached_property
    def header_buttons(self):
        buttons = super().header_buttons
        user = self.request.user
        if not two_people.can_be_confirmed_by(self.object, user):
            return buttons
        url = reverse(
            "wagtail_bulk_action", args=["registry", "authorisation", ConfirmAction.action_type]
        )
        query = urlencode({"id": self.object.pk, "next": self.get_edit_url()})
        return [*buttons, HeaderButton(_("Confirm"), f"{url}?{query}", icon_name="check")]


def status_today(entry):
    """The status in words."""
    return Status(entry.status_known).label


def waits(entry):
    """What of `entry` waits for its second person, in words."""
    parts = []
    if entry.entered_by_id and entry.checked_at is None:
        parts.append(str(Waiting.ENTRY.label))
    if entry.has_waiting_events:
        parts.append(str(Waiting.EVENTS.label))
    return ", ".join(parts)


class AuthorisationIndexView(RecordIndexView):
    """The list of entries; found by name, sound of the name, credit code and public number."""

    export_values = {"status": status_today, "waits": waits}

    def search_queryset(self, queryset):
        if not self.is_searching:
            return queryset
        return queryset.filter(pk__in=read(self.search_query).keys)


class EntrySearchForm(SearchFilterMixin, BaseFilterForm):
    """The search of the chooser; finds what that of the list finds."""

    def filter(self, objects):
        self.search_query = self.cleaned_data.get("q")
        self.is_searching = bool(self.search_query)
        return objects.filter(pk__in=read(self.search_query).keys) if self.is_searching else objects


class AuthorisationFilterSet(WagtailFilterSet):
    waiting = django_filters.ChoiceFilter(
        label=_("waits for a second person"),
        choices=Waiting.choices,
        method="filter_waiting",
        widget=forms.RadioSelect,
    )
    status = django_filters.MultipleChoiceFilter(
        label=_("status today"),
        field_name="status_known",
        choices=Status.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    product = django_filters.ModelMultipleChoiceFilter(
        label=_("GI product"),
        queryset=GIProduct.objects.all(),
        widget=forms.CheckboxSelectMultiple,
    )
    lawful_kind = django_filters.MultipleChoiceFilter(
        label=_("kind of lawful user"),
        choices=LawfulKind.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    ends_soon = django_filters.BooleanFilter(
        label=_("in force and ends within 60 days"), method="filter_ends_soon"
    )
    is_sample = django_filters.BooleanFilter(label=_("sample"))

    class Meta:
        model = Authorisation
        fields = ["waiting", "status", "product", "lawful_kind", "ends_soon", "is_sample"]

    def filter_waiting(self, queryset, name, value):
        if value == Waiting.ENTRY:
            return queryset.waiting()
        return queryset.filter(pk__in=waiting_events().values("authorisation"))

    def filter_ends_soon(self, queryset, name, value):
        return (
            ending_soon(queryset) if value else queryset.exclude(pk__in=ending_soon().values("pk"))
        )


def waiting_events():
    """Events that wait for their second person."""
    return AuthorisationEvent.objects.filter(checked_at=None, entered_by__isnull=False)


def ending_soon(entries=None):
    """Lawful users of today whose term runs out within 60 days."""
    entries = Authorisation.objects.all() if entries is None else entries
    today = timezone.localdate()
    return entries.in_force().filter(valid_until__range=(today, today + SOON))


class AuthorisationViewSet(RecordViewSet):
    model = Authorisation
    icon = "clipboard-list"
    index_view_class = AuthorisationIndexView
    add_view_class = AuthorisationCreateView
    edit_view_class = AuthorisationEditView
    edit_handler = AUTHORISATION_PANELS
    filterset_class = AuthorisationFilterSet
    copy_view_enabled = False  # a copy would take over the public number
    inspect_view_fields_exclude = [*RecordViewSet.inspect_view_fields_exclude, "search_text"]
    related = ("product", "notice", "protection__product", "district")
    search_fields = ["name_as_printed"]  # shows the box; see `AuthorisationIndexView`
    ordering = ["product__number", "name_as_printed", "pk"]
    list_display = [
        "public_number",
        Column("name_as_printed", label=_("Firm as printed"), sort_key="name_as_printed"),
        Column("product", label=_("Product"), sort_key="product__number"),
        Column("status", label=_("Status today"), accessor=status_today, sort_key="status_known"),
        DayColumn("valid_until", label=_("Valid until"), sort_key="valid_until"),
        Column("waits", label=_("Waits for a second person"), accessor=waits),
        BooleanColumn("is_sample", label=_("Sample"), sort_key="is_sample"),
    ]
    list_export = [
        "public_number",
        "name_as_printed",
        "address_as_printed",
        "credit_code_as_printed",
        "product",
        "protection",
        "get_lawful_kind_display",
        "district",
        "status",
        "applied_on",
        "valid_from",
        "valid_until",
        "notice",
        "waits",
        "is_sample",
    ]
    export_headings = {
        "get_lawful_kind_display": _("Kind of lawful user"),
        "status": _("Status today"),
        "waits": _("Waits for a second person"),
    }
    export_filename = "registry-entries"
    chooser_viewset_class = chooser_showing(
        Column("product", label=_("Product")),
        Column("notice", label=_("Notice")),
        related=("product", "notice"),
        search_form=EntrySearchForm,
    )

    def get_queryset(self, request):
        waiting = waiting_events().filter(authorisation=OuterRef("pk"))
        entries = super().get_queryset(request).with_status()
        return entries.annotate(has_waiting_events=Exists(waiting))


class NoticeFilterSet(WagtailFilterSet):
    issued_on = django_filters.DateFromToRangeFilter(label=_("date"))
    is_used = django_filters.BooleanFilter(label=_("has entries"), method="filter_used")
    is_sample = django_filters.BooleanFilter(label=_("sample"))

    class Meta:
        model = Notice
        fields = ["issued_on", "is_used", "is_sample"]

    def filter_used(self, queryset, name, value):
        unused = Q(authorisations=None, events=None)
        return queryset.exclude(unused) if value else queryset.filter(unused)


class NoticeViewSet(RecordViewSet):
    model = Notice
    icon = "doc-full"
    menu_label = _("Notices")
    edit_handler = NOTICE_PANELS
    filterset_class = NoticeFilterSet
    copy_view_enabled = False  # a copy of a sample would be one too
    ordering = ["-issued_on", "number", "pk"]
    list_display = [
        "number",
        DayColumn("issued_on", label=_("Date"), sort_key="issued_on"),
        Column("authority", label=_("Authority"), sort_key="authority_zh"),
        NumberColumn("entries", label=_("Authorisations"), sort_key="entries"),
        BooleanColumn("is_sample", label=_("Sample"), sort_key="is_sample"),
    ]
    list_export = [
        "number",
        "issued_on",
        "authority_zh",
        "authority_en",
        "title_zh",
        "title_en",
        "url",
        "entries",
        "is_sample",
    ]
    export_headings = {"entries": _("Authorisations")}
    export_filename = "registry-notices"
    chooser_viewset_class = chooser_showing(
        DayColumn("issued_on", label=_("Date")), Column("authority", label=_("Authority"))
    )

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(entries=Count("authorisations"))


class RegistryViewSetGroup(SnippetViewSetGroup):
    """The menu of the registry."""

    menu_label = _("Registry")
    menu_icon = "clipboard-list"
    menu_order = 170
    items = (
        AuthorisationViewSet,
        NoticeViewSet,
        ImportViewSet("registry_imports", menu_label=_("Import"), add_to_admin_menu=False),
    )
