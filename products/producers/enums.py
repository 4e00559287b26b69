"""The fixed vocabularies of the producers."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ProducerKind(models.TextChoices):
    """The legal form of a producer, as in its business licence."""

    COMPANY = "company", _("Company")
    COOPERATIVE = "cooperative", _("Farmers' cooperative")
    INDIVIDUAL = "individual", _("Individual business")
    INSTITUTION = "institution", _("Public institution")
    ASSOCIATION = "association", _("Association")
    OTHER = "other", pgettext_lazy("legal form", "Other or not known")


class Role(models.TextChoices):
    """What a producer does; each has its column `is_<role>`."""

    GROWER = "grower", _("Grower")
    PROCESSOR = "processor", _("Processor")
    PACKER = "packer", _("Packer")
    TRADER = "trader", _("Trader")
    EXPORTER = "exporter", _("Exporter")


class Language(models.TextChoices):
    """Languages in which a producer answers."""

    MANDARIN = "cmn", _("Mandarin")
    CANTONESE = "yue", _("Cantonese")
    HAKKA = "hak", _("Hakka")
    ENGLISH = "en", _("English")
    JAPANESE = "ja", _("Japanese")
    OTHER = "other", pgettext_lazy("language", "Other")


class Market(models.TextChoices):
    """Where a producer exports to."""

    HONG_KONG_MACAO = "hk_mo", _("Hong Kong and Macao")
    TAIWAN = "tw", _("Taiwan")
    EAST_ASIA = "east_asia", _("Japan and Korea")
    SOUTHEAST_ASIA = "southeast_asia", _("Southeast Asia")
    MIDDLE_EAST = "middle_east", _("Middle East")
    EUROPE = "europe", _("Europe")
    NORTH_AMERICA = "north_america", _("North America")
    OCEANIA = "oceania", _("Australia and New Zealand")
    OTHER = "other", pgettext_lazy("market", "Other")


class Footing(models.TextChoices):
    """On what a statement about a producer rests."""

    NOTICE = "notice", _("From a notice")
    CHECKED = "checked", _("Checked by staff")
    REPORTED = "reported", _("Reported, not confirmed by the producer")
    STATED = "stated", _("Stated by the producer")


SOURCED_FOOTINGS = (Footing.NOTICE, Footing.REPORTED)


class Visibility(models.TextChoices):
    """Who sees a contact."""

    PUBLIC = "public", _("Everybody")
    BUYERS = "buyers", _("Buyers, after an inquiry")
    STAFF = "staff", _("Staff only")


class ContactKind(models.TextChoices):
    """The way a producer is reached."""

    PHONE = "phone", _("Telephone")
    EMAIL = "email", _("E-mail")
    WECHAT = "wechat", _("WeChat")
    WEBSITE = "website", _("Website or shop")
    ADDRESS = "address", _("Address")


class CertificateKind(models.TextChoices):
    """Certificates other than the geographical indication."""

    ORGANIC = "organic", _("Organic")
    GREEN_FOOD = "green_food", _("Green food")
    GAP = "gap", _("Good agricultural practice (GAP)")
    HACCP = "haccp", _("HACCP")
    ISO22000 = "iso22000", _("ISO 22000")
    FOOD_LICENCE = "food_licence", _("Food production licence")
    EXPORT = "export", _("Export registration")
    OTHER = "other", pgettext_lazy("certificate", "Other")


class Storage(models.TextChoices):
    """How an offer is kept."""

    AMBIENT = "ambient", _("Cool and dry")
    CHILLED = "chilled", _("Chilled")
    FROZEN = "frozen", _("Frozen")


class Unit(models.TextChoices):
    """Units of quantity."""

    KILOGRAM = "kg", _("kg")
    TONNE = "t", _("t")
    BOX = "box", _("boxes")
    PIECE = "piece", _("pieces")
    LITRE = "l", _("litres")
    HEAD = "head", _("head")
