"""The parts of a trade pack, in their order; the labels are headings."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Part(models.TextChoices):
    """One part: anchor on the page, bookmark in the PDF."""

    NAMES = "names", _("Names")
    CODES = "codes", _("Class and codes")
    PROTECTION = "protection", _("Protection")
    PLACE = "place", _("Place")
    SEASON = "season", _("Season")
    QUALITY = "quality", _("Quality values")
    STORAGE = "storage", _("Storage")
    USERS = "users", _("Lawful users of the mark")
    OFFERS = "offers", _("Packs, lots and minimum orders")
    CERTIFICATES = "certificates", _("Certificates of lawful users")
    PICTURE = "picture", _("Picture")
    UNKNOWN = "unknown", _("Not known yet")
    SOURCES = "sources", _("Sources")
