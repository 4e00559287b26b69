"""The ways in which somebody who has sent something in is reached."""

from django.core.validators import validate_email
from django.db import models
from django.utils.translation import gettext_lazy as _

from .fields import PHONE, WECHAT


class ContactChannel(models.TextChoices):
    """The one way of contact somebody has chosen."""

    EMAIL = "email", _("E-mail")
    PHONE = "phone", _("Telephone")
    WECHAT = "wechat", _("WeChat")


CONTACT_RULES = {
    ContactChannel.EMAIL: validate_email,
    ContactChannel.PHONE: PHONE,
    ContactChannel.WECHAT: WECHAT,
}
