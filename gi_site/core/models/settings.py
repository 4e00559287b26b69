from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


@register_setting(icon="cog")
class SiteSettings(BaseSiteSetting):
    """Who stands behind the site; an unset filing number is shown as pending, never invented."""

    owner_zh = models.CharField(_("owner (Chinese)"), max_length=120, blank=True)
    owner_en = models.CharField(_("owner (English)"), max_length=120, blank=True)
    contact_email = models.EmailField(_("contact e-mail"), blank=True)
    contact_phone = models.CharField(_("contact telephone"), max_length=40, blank=True)
    address_zh = models.CharField(_("address (Chinese)"), max_length=200, blank=True)
    address_en = models.CharField(_("address (English)"), max_length=200, blank=True)
    is_enforcing_authority = models.BooleanField(
        _("the owner enforces the law"),
        default=False,
        help_text=_(
            "Tick this only if the owner is itself the authority that decides on misuse of"
            " geographical indications. Pages and mails about reports of misuse follow it."
        ),
    )
    icp_number = models.CharField(
        _("ICP filing number"),
        max_length=40,
        blank=True,
        help_text=_("The number of the entity, for example 粤ICP备12345678号."),
        validators=[
            RegexValidator(
                r"^粤ICP备\d{8,10}号(-\d+)?$",
                _("An ICP number of Guangdong looks like 粤ICP备12345678号."),
            )
        ],
    )
    public_security_number = models.CharField(
        _("public-security filing number"),
        max_length=40,
        blank=True,
        help_text=_("As returned by the platform, for example 粤公网安备44130000000000号."),
        validators=[
            RegexValidator(
                r"^粤公网安备\s?\d{14}号$",
                _("A public-security number looks like 粤公网安备44130000000000号."),
            )
        ],
    )
    map_review_number = models.CharField(
        _("map review number (审图号)"),
        max_length=40,
        blank=True,
        help_text=_("For example 粤S(2026)001号. Until it is set, maps say so."),
    )

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("owner_zh"),
                FieldPanel("owner_en"),
                FieldPanel("is_enforcing_authority"),
            ],
            heading=_("Site owner"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("contact_email"),
                FieldPanel("contact_phone"),
                FieldPanel("address_zh"),
                FieldPanel("address_en"),
            ],
            heading=_("Contact"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("icp_number"),
                FieldPanel("public_security_number"),
                FieldPanel("map_review_number"),
            ],
            heading=_("Filings"),
        ),
    ]

    class Meta:
        verbose_name = _("site settings")

    @property
    def owner(self):
        """The owner's name in the reader's language."""
        return self.owner_en if get_language() == "en" else self.owner_zh

    @property
    def address(self):
        """The owner's address in the reader's language."""
        return self.address_en if get_language() == "en" else self.address_zh

    @property
    def public_security_code(self):
        """The digits of the public-security number, for its link."""
        return "".join(char for char in self.public_security_number if char.isdigit())
