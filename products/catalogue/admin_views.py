"""Admin views that differ from Wagtail's own: prefilled forms, choosers with columns, checks."""

from urllib.parse import urlencode

from django.template.defaultfilters import yesno
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.widgets.button import HeaderButton
from wagtail.log_actions import log
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet
from wagtail.snippets.views.snippets import CreateView, EditView, InspectView

from gi_site.core.admin_listings import RecordIndexView
from products.catalogue.admin_columns import protection_status
from products.catalogue.models import GIProduct


class ProductIndexView(RecordIndexView):
    """The list of products with their protections in words."""

    export_values = {
        "districts": lambda product: ", ".join(map(str, product.districts.all())),
        "protection": protection_status,
    }


class SavedOnPurpose:
    """Records have no drafts: what is saved is public, so nothing is saved while typing."""

    def setup(self, *args, **kwargs):
        super().setup(*args, **kwargs)
        self.autosave_enabled = False


class RecordCreateView(SavedOnPurpose, CreateView):
    """The form of a new record."""


class RecordEditView(SavedOnPurpose, EditView):
    """The form of a record."""


class RecordInspectView(InspectView):
    """A record for roles that may look but not change: gaps and yes or no in words."""

    def get_field_display_value(self, field_name, field):
        stored = getattr(self.object, field_name)
        if isinstance(stored, bool):
            return yesno(stored)
        # A file field and a list are there without holding anything.
        is_empty = stored is None or stored == [] or str(stored) == ""
        return "—" if is_empty else super().get_field_display_value(field_name, field)


class ProtectionCreateView(RecordCreateView):
    """“Add protection” on a product brings that product along: `?product=<key>`."""

    def get_initial_form_instance(self):
        protection = super().get_initial_form_instance() or self.model()
        key = self.request.GET.get("product", "")
        if key.isdecimal():
            protection.product = GIProduct.objects.filter(pk=key).first()
        return protection


class MarkCheckedAction(SnippetBulkAction):
    """Says that the facts of products were checked today, after asking; also for one product."""

    display_name = _("Mark facts as checked today")
    action_type = "mark_checked"
    aria_label = _("Mark the facts of the selected products as checked today")
    template_name = "catalogue/admin/confirm_mark_checked.html"
    action_priority = 10
    models = [GIProduct]

    def check_perm(self, product):
        return self.request.user.has_perm("catalogue.change_giproduct")

    def get_execution_context(self):
        return {"user": self.request.user}

    @classmethod
    def execute_action(cls, objects, user=None, **kwargs):
        for product in objects:
            product.last_checked_on = timezone.localdate()
            product.last_checked_by = user
            product.save(update_fields=["last_checked_on", "last_checked_by"])
            revision = product.save_revision(user=user)
            log(product, "catalogue.check", user=user, revision=revision)
        return len(objects), 0

    def get_success_message(self, num_parent_objects, num_child_objects):
        return ngettext(
            "The facts of %(count)d product are marked as checked today.",
            "The facts of %(count)d products are marked as checked today.",
            num_parent_objects,
        ) % {"count": num_parent_objects}


class ProductEditView(RecordEditView):
    """The product's form, with “Mark facts as checked today” above it."""

    @cached_property
    def header_buttons(self):
        url = reverse(
            "wagtail_bulk_action",
            args=["catalogue", "giproduct", MarkCheckedAction.action_type],
        )
        query = urlencode({"id": self.object.pk, "next": self.get_edit_url()})
        button = HeaderButton(MarkCheckedAction.display_name, f"{url}?{query}", icon_name="check")
        return [*super().header_buttons, button]


def chooser_showing(*shown, related=(), prefetched=(), search_form=None):
    """A chooser whose list has the columns `shown` beside the title.

    `search_form` searches records that the site's search does not know.
    """

    class Columns:
        filter_form_class = search_form

        def get_object_list(self):
            return super().get_object_list().select_related(*related).prefetch_related(*prefetched)

        @property
        def columns(self):
            return [*super().columns, *shown]

    return type(
        "RecordChooserViewSet",
        (SnippetChooserViewSet,),
        {
            "choose_view_class": type("RecordChooseView", (Columns, ChooseView), {}),
            "choose_results_view_class": type(
                "RecordChooseResultsView", (Columns, ChooseResultsView), {}
            ),
        },
    )
