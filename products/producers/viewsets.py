"""Producers in the admin: list, form, confirmation of credit codes."""

from urllib.parse import urlencode

import django_filters
from django import forms
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.widgets.button import HeaderButton
from wagtail.log_actions import log
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from gi_site.core.admin_listings import RecordIndexView
from products.catalogue.admin_columns import choice
from products.catalogue.admin_views import RecordEditView, chooser_showing
from products.catalogue.models import District, GIProduct
from products.catalogue.viewsets import RecordViewSet
from products.producers.enums import Footing, ProducerKind, Role
from products.producers.models import Producer
from products.producers.panels import PRODUCER_PANELS


class ConfirmCodeAction(SnippetBulkAction):
    """Confirms, as a second person, codes that fail the check but stand on the licence."""

    display_name = _("Confirm credit code")
    action_type = "confirm_code"
    aria_label = _("Confirm the credit codes of the selected producers")
    template_name = "producers/admin/confirm_code.html"
    action_priority = 20
    models = [Producer]

    def check_perm(self, producer):
        user = self.request.user
        return user.has_perm("producers.change_producer") and producer.can_be_confirmed_by(user)

    def get_execution_context(self):
        return {"user": self.request.user}

    @classmethod
    def execute_action(cls, objects, user=None, **kwargs):
        for producer in objects:
            producer.credit_code_reviewer = user
            producer.save(update_fields=["credit_code_reviewer"])
            log(producer, "producers.confirm_code", user=user)
        return len(objects), 0

    def get_success_message(self, num_parent_objects, num_child_objects):
        return ngettext(
            "The credit code of %(count)d producer is confirmed.",
            "The credit codes of %(count)d producers are confirmed.",
            num_parent_objects,
        ) % {"count": num_parent_objects}


class ProducerEditView(RecordEditView):
    """The producer's form, with “Confirm credit code” where a second person is awaited."""

    @cached_property
    def header_buttons(self):
        buttons = super().header_buttons
        if not self.object.can_be_confirmed_by(self.request.user):
            return buttons
        url = reverse(
            "wagtail_bulk_action", args=["producers", "producer", ConfirmCodeAction.action_type]
        )
        query = urlencode({"id": self.object.pk, "next": self.get_edit_url()})
        button = HeaderButton(ConfirmCodeAction.display_name, f"{url}?{query}", icon_name="check")
        return [*buttons, button]


class ProducerIndexView(RecordIndexView):
    """The list of producers with their products and roles in words."""

    export_values = {
        "products": lambda producer: ", ".join(map(str, producer.products.all())),
        "roles": lambda producer: ", ".join(str(role.label) for role in producer.roles),
    }


class ProducerFilterSet(WagtailFilterSet):
    products = django_filters.ModelMultipleChoiceFilter(
        label=_("GI product"),
        queryset=GIProduct.objects.all(),
        widget=forms.CheckboxSelectMultiple,
        distinct=True,
    )
    district = django_filters.ModelMultipleChoiceFilter(
        label=_("district"), queryset=District.objects.all(), widget=forms.CheckboxSelectMultiple
    )
    kind = django_filters.MultipleChoiceFilter(
        label=_("legal form"), choices=ProducerKind.choices, widget=forms.CheckboxSelectMultiple
    )
    role = django_filters.ChoiceFilter(
        label=_("what it does"), choices=Role.choices, method="filter_role"
    )
    footing = django_filters.MultipleChoiceFilter(
        label=_("footing"), choices=Footing.choices, widget=forms.CheckboxSelectMultiple
    )
    has_code = django_filters.BooleanFilter(
        label=_("has a credit code"), field_name="credit_code", lookup_expr="isnull", exclude=True
    )
    is_sample = django_filters.BooleanFilter(label=_("sample"))

    class Meta:
        model = Producer
        fields = ["products", "district", "kind", "role", "footing", "has_code", "is_sample"]

    def filter_role(self, queryset, name, value):
        return queryset.filter(**{f"is_{value}": True})


class ProducerViewSet(RecordViewSet):
    model = Producer
    icon = "group"
    menu_label = _("Producers")
    menu_order = 160
    add_to_admin_menu = True
    index_view_class = ProducerIndexView
    edit_view_class = ProducerEditView
    edit_handler = PRODUCER_PANELS
    filterset_class = ProducerFilterSet
    related = ("district",)
    prefetched = ("products",)
    ordering = ["legal_name_zh", "pk"]
    list_display = [
        "legal_name_zh",
        Column("name_en", label=_("English name"), sort_key="name_en"),
        Column("credit_code", label=_("Credit code"), sort_key="credit_code"),
        Column("kind", label=_("Legal form"), accessor=choice("kind"), sort_key="kind"),
        Column("district", label=_("District"), sort_key="district__adcode"),
        Column("footing", label=_("Basis"), accessor=choice("footing"), sort_key="footing"),
        BooleanColumn("is_sample", label=_("Sample"), sort_key="is_sample"),
    ]
    list_export = [
        "slug",
        "legal_name_zh",
        "name_en",
        "trading_name_zh",
        "trading_name_en",
        "credit_code",
        "get_kind_display",
        "roles",
        "products",
        "district",
        "town_zh",
        "town_en",
        "get_footing_display",
        "is_sample",
    ]
    export_headings = {
        "get_kind_display": _("Legal form"),
        "get_footing_display": _("Basis"),
        "roles": _("What it does"),
    }
    export_filename = "producers"
    chooser_viewset_class = chooser_showing(
        Column("credit_code", label=_("Credit code")),
        Column("district", label=_("District")),
        related=("district",),
    )
