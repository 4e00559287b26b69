"""The figures of inquiries, among the reports of the admin."""

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from .dashboard import VIEW
from .statistics import ENOUGH, programme_figures, reply_figures


class StatisticsView(WagtailAdminTemplateMixin, TemplateView):
    """Programme figures, altogether and of this year, and how producers answer."""

    template_name = "inquiries/admin/statistics.html"
    page_title = _("Inquiries: figures")
    header_icon = "mail"

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(VIEW):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        year = timezone.localdate().replace(month=1, day=1)
        return super().get_context_data(**kwargs) | {
            "periods": [(_("This year"), programme_figures(year)), (_("All"), programme_figures())],
            "producers": reply_figures(),
            "enough": ENOUGH,
        }


class InquiriesMenuItem(MenuItem):
    """Shown to those who work on inquiries."""

    def is_shown(self, request):
        return request.user.has_perm(VIEW)
