"""What is ours in Wagtail's admin as a whole."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from gi_site.core.admin_reports import EnglishTranslationsView, TranslationsPanel
from gi_site.core.translation_guard import (
    SafeUpdateTranslationsView,
    keep_chinese_off_english_pages,
    publish_only_full_translations,
)

hooks.register("before_publish_page", keep_chinese_off_english_pages)
# Before wagtail-localize's own hook, which would publish.
hooks.register("before_edit_page", publish_only_full_translations, order=-1)


@hooks.register("register_admin_urls")
def register_urls():
    """The report, and wagtail-localize's “sync” address with our view in front of its own."""
    return [
        path(
            "reports/english-translations/",
            EnglishTranslationsView.as_view(),
            name="english_translations",
        ),
        path(
            "reports/english-translations/results/",
            EnglishTranslationsView.as_view(results_only=True),
            name="english_translations_results",
        ),
        path(
            "localize/update/<int:translation_source_id>/",
            SafeUpdateTranslationsView.as_view(),
        ),
    ]


class PageEditorsMenuItem(MenuItem):
    """Shown to those who may work on pages."""

    def is_shown(self, request):
        return EnglishTranslationsView.permission_policy.user_has_any_permission(
            request.user, EnglishTranslationsView.any_permission_required
        )


@hooks.register("register_reports_menu_item")
def register_report():
    """Among the reports."""
    return PageEditorsMenuItem(
        _("English translations"), reverse("english_translations"), icon_name="globe", order=950
    )


@hooks.register("construct_homepage_panels")
def add_translations_panel(request, panels):
    """For those who may work on pages."""
    policy = EnglishTranslationsView.permission_policy
    if policy.user_has_any_permission(request.user, ["add", "change", "publish"]):
        panels.append(TranslationsPanel())
