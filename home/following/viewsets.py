"""The log and the alerts in the admin: to look at, and to delete an alert on request."""

import django_filters
from django.db import transaction
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import log

from gi_site.core.admin_listings import DayColumn, RecordIndexView
from gi_site.core.policies import OnlyPolicy
from home.following import alerts
from home.following.enums import Action, RecordKind, Target
from home.following.models import PublicChange, Subscription
from home.following.wording import word
from products.catalogue.models import GIProduct

ADDRESSES = "following.view_addresses"


class ChangeFilterSet(WagtailFilterSet):
    recorded_at = django_filters.DateFromToRangeFilter(
        label=_("recorded"), widget=DateRangePickerWidget
    )
    kind = django_filters.MultipleChoiceFilter(label=_("kind of record"), choices=RecordKind)
    action = django_filters.MultipleChoiceFilter(label=_("what happened"), choices=Action)
    product = django_filters.ModelChoiceFilter(
        label=_("product"), queryset=GIProduct.objects.order_by("number")
    )

    class Meta:
        model = PublicChange
        fields = ["recorded_at", "kind", "action", "product"]


class ChangeListView(RecordIndexView):
    """The log with its sentences."""

    export_values = {"sentence": lambda change: word(change).sentence}

    def get_base_queryset(self):
        return super().get_base_queryset().for_reading()


class PublicChangeViewSet(ModelViewSet):
    """The log; nobody changes it."""

    model = PublicChange
    icon = "history"
    menu_label = _("Public changes")
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = ChangeListView
    filterset_class = ChangeFilterSet
    form_fields = ["key"]  # of the forms that nobody may open
    search_fields = ["key", "title_zh", "title_en", "notice_number"]
    ordering = ["-recorded_at", "-pk"]
    list_per_page = 50
    list_display = [
        DayColumn("recorded_at", label=_("Recorded"), sort_key="recorded_at"),
        Column("kind", label=_("Kind of record"), accessor="get_kind_display", sort_key="kind"),
        Column("sentence", label=_("Change"), accessor=lambda change: word(change).sentence),
        DayColumn("holds_from", label=_("Holds from"), sort_key="holds_from"),
        Column("notice_number", label=_("Notice")),
    ]
    list_export = [
        "recorded_at",
        "holds_from",
        "get_kind_display",
        "key",
        "title_zh",
        "title_en",
        "product_slug",
        "get_action_display",
        "field",
        "sentence",
        "notice_number",
        "notice_on",
    ]
    export_headings = {
        "get_kind_display": _("Kind of record"),
        "get_action_display": _("What happened"),
        "sentence": _("Change"),
    }
    export_filename = "public-changes"

    @property
    def permission_policy(self):
        return OnlyPolicy(self.model, "view")


class SubscriptionFilterSet(WagtailFilterSet):
    target = django_filters.MultipleChoiceFilter(label=_("follows"), choices=Target)
    is_confirmed = django_filters.BooleanFilter(
        label=_("confirmed"), field_name="confirmed_at", lookup_expr="isnull", exclude=True
    )

    class Meta:
        model = Subscription
        fields = ["target", "is_confirmed"]


class SubscriptionListView(RecordIndexView):
    """What is followed; by whom only for those who may see addresses."""

    def get_base_queryset(self):
        return super().get_base_queryset().to_choose().select_related("subscriber")

    @property
    def may_see_addresses(self) -> bool:
        return self.request.user.has_perm(ADDRESSES)

    @property
    def is_searchable(self):
        """By address; who may not see one may not try one either."""
        return self.may_see_addresses

    def search_queryset(self, queryset):
        return super().search_queryset(queryset) if self.may_see_addresses else queryset

    @cached_property
    def columns(self):
        columns = super().columns
        if not self.may_see_addresses:
            columns = [column for column in columns if column.name != "address"]
        return columns


class SubscriptionDeleteView(generic.DeleteView):
    """The address goes with its last subscription."""

    def delete_action(self):
        with transaction.atomic():
            log(instance=self.object, action="wagtail.delete")
            alerts.give_up(self.object)


class SubscriptionViewSet(ModelViewSet):
    """Alerts: how many there are, and one deleted on request."""

    model = Subscription
    icon = "mail"
    menu_label = _("Alerts")
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = SubscriptionListView
    delete_view_class = SubscriptionDeleteView
    filterset_class = SubscriptionFilterSet
    form_fields = ["target"]  # of the forms that nobody may open
    search_fields = ["subscriber__email"]
    ordering = ["-created_at", "-pk"]
    list_per_page = 50
    list_display = [
        Column("title", label=_("Follows")),
        Column("address", label=_("E-mail address"), accessor="subscriber.email"),
        Column("language", label=_("Language"), accessor="subscriber.get_language_display"),
        DayColumn("created_at", label=_("Asked for"), sort_key="created_at"),
        DayColumn("confirmed_at", label=_("Confirmed"), sort_key="confirmed_at"),
    ]

    @property
    def permission_policy(self):
        return OnlyPolicy(self.model, "view", "delete")


class FollowingViewSetGroup(ViewSetGroup):
    """The menu of changes and alerts."""

    menu_label = _("Changes and alerts")
    menu_icon = "history"
    menu_order = 175
    items = (
        PublicChangeViewSet("public_changes"),
        SubscriptionViewSet("alert_subscriptions"),
    )
