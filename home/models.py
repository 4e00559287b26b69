"""Home page and content pages."""

from django.utils.translation import gettext_lazy as _

from gi_site.core.models import BasePage


class HomePage(BasePage):
    """Page: the entrance; editors compose it from blocks."""

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["catalogue.ProductIndexPage", "home.ContentPage"]

    class Meta:
        verbose_name = _("home page")


class ContentPage(BasePage):
    """Page: knowledge and texts about the site."""

    parent_page_types = ["home.HomePage", "home.ContentPage"]
    subpage_types = ["home.ContentPage"]

    class Meta:
        verbose_name = _("content page")
        verbose_name_plural = _("content pages")
