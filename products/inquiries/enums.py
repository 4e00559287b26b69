"""The fixed vocabularies of trade inquiries."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Status(models.TextChoices):
    """How far an inquiry has come; follows from its dates and those of its recipients."""

    RECEIVED = "received", _("Received")
    SENT = "sent", pgettext_lazy("inquiry", "Sent to producers")
    OPENED = "opened", _("Opened by a producer")
    ANSWERED = "answered", _("Answered")
    CLOSED = "closed", _("Closed")
    WITHDRAWN = "withdrawn", _("Withdrawn by the buyer")
    SPAM = "spam", _("Spam")
    MERGED = "merged", _("Merged with another")


class RecipientStatus(models.TextChoices):
    """How far an inquiry has come with one recipient; follows from its dates."""

    PROPOSED = "proposed", _("Not sent yet")
    SENT = "sent", pgettext_lazy("recipient", "Sent")
    OPENED = "opened", _("Opened")
    ASKED = "asked", _("Has asked a question")
    ANSWERED = "answered", _("Answered")
    DECLINED = "declined", _("Declined")
    REMOVED = "removed", _("No longer a recipient")


class Route(models.TextChoices):
    """Who shall receive an inquiry."""

    SUGGEST = "suggest", _("Suggest producers for me")
    CHOSEN = "chosen", _("The producers I have chosen")
    OFFICE = "office", _("The programme office as broker")


class Purpose(models.TextChoices):
    """What the buyer wants the goods for."""

    RETAIL = "retail", _("Retail")
    WHOLESALE = "wholesale", _("Wholesale")
    CATERING = "catering", _("Catering")
    PROCESSING = "processing", _("Processing")
    GIFT = "gift", _("Gifts")
    OWN_USE = "own_use", _("Own use")
    OTHER = "other", pgettext_lazy("purpose", "Other")


class Frequency(models.TextChoices):
    """Once or more often."""

    ONCE = "once", _("Once")
    REPEAT = "repeat", _("Repeatedly")


class TradeTerm(models.TextChoices):
    """Where the goods change hands: plain choices within China, Incoterms 2020 for export."""

    PICKUP = "pickup", _("Collected by the buyer")
    DELIVERED = "delivered", _("Delivered to the buyer")
    EXW = "EXW", _("EXW – ex works")
    FCA = "FCA", _("FCA – free carrier")
    CPT = "CPT", _("CPT – carriage paid to")
    CIP = "CIP", _("CIP – carriage and insurance paid to")
    DAP = "DAP", _("DAP – delivered at place")
    DPU = "DPU", _("DPU – delivered at place unloaded")
    DDP = "DDP", _("DDP – delivered duty paid")
    FAS = "FAS", _("FAS – free alongside ship")
    FOB = "FOB", _("FOB – free on board")
    CFR = "CFR", _("CFR – cost and freight")
    CIF = "CIF", _("CIF – cost, insurance and freight")


DOMESTIC_TERMS = (TradeTerm.PICKUP, TradeTerm.DELIVERED)


class Currency(models.TextChoices):
    """Currencies of prices (ISO 4217)."""

    CNY = "CNY", _("CNY – yuan")
    USD = "USD", _("USD – US dollar")
    EUR = "EUR", _("EUR – euro")
    HKD = "HKD", _("HKD – Hong Kong dollar")
    JPY = "JPY", _("JPY – yen")
    SGD = "SGD", _("SGD – Singapore dollar")
    MYR = "MYR", _("MYR – ringgit")


class DeclineReason(models.TextChoices):
    """Why a producer declines."""

    NO_STOCK = "no_stock", _("Sold out or out of season")
    QUANTITY = "quantity", _("The quantity does not suit us")
    PRICE = "price", _("The price does not suit us")
    DELIVERY = "delivery", _("We cannot deliver there")
    CERTIFICATES = "certificates", _("We lack the certificates")
    OTHER = "other", pgettext_lazy("decline", "Other reason")


class Outcome(models.TextChoices):
    """How an inquiry ended."""

    DEAL = "deal", _("A deal was made")
    TALKS = "talks", _("Talks go on directly")
    NO_DEAL = "no_deal", _("No deal")
    NO_ANSWER = "no_answer", _("No producer answered")
    BUYER_SILENT = "buyer_silent", _("The buyer no longer answered")


class ValueBand(models.TextChoices):
    """The value of a deal in thousand yuan, as a band."""

    UNDER_10 = "0-10", _("under CNY 10,000")
    UNDER_50 = "10-50", _("CNY 10,000–50,000")
    UNDER_200 = "50-200", _("CNY 50,000–200,000")
    UNDER_1000 = "200-1000", _("CNY 200,000–1,000,000")
    OVER_1000 = "1000-", _("over CNY 1,000,000")


class EventKind(models.TextChoices):
    """What can happen to an inquiry."""

    RECEIVED = "received", _("Received")
    CHECKED = "checked", _("Checked")
    SENT = "sent", pgettext_lazy("recipient", "Sent")
    RESENT = "resent", _("Sent again")
    OPENED = "opened", _("Opened")
    ANSWERED = "answered", _("Answered")
    ASKED = "asked", _("Question asked")
    DECLINED = "declined", _("Declined")
    REMOVED = "removed", _("Recipient removed")
    REROUTED = "rerouted", _("Sent elsewhere")
    BUYER_MESSAGE = "buyer_message", _("Message of the buyer")
    OFFICE_MESSAGE = "office_message", _("Message of the office")
    NOTE = "note", _("Private note")
    ASSIGNED = "assigned", _("Assigned")
    LINK_ISSUED = "link_issued", _("New link issued")
    REMINDED = "reminded", _("Reminder sent")
    ESCALATED = "escalated", _("Passed on to the manager")
    MERGED = "merged", _("Merged")
    SPAM = "spam", _("Marked as spam")
    NOT_SPAM = "not_spam", _("Marked as no spam")
    WITHDRAWN = "withdrawn", _("Consent withdrawn")
    CLOSED = "closed", _("Closed")
    REOPENED = "reopened", _("Opened again")
    BUYER_OUTCOME = "buyer_outcome", _("The buyer said how it ended")
    VIEWED = "viewed", _("Personal data viewed")
    EXPORTED = "exported", _("Personal data exported")
    PURGED = "purged", _("Personal data deleted")


# What the buyer sees of the history; everything else is the office's own.
BUYER_SEES = (
    EventKind.RECEIVED,
    EventKind.CHECKED,
    EventKind.SENT,
    EventKind.OPENED,
    EventKind.ANSWERED,
    EventKind.ASKED,
    EventKind.DECLINED,
    EventKind.REMOVED,
    EventKind.REROUTED,
    EventKind.BUYER_MESSAGE,
    EventKind.OFFICE_MESSAGE,
    EventKind.MERGED,
    EventKind.WITHDRAWN,
    EventKind.CLOSED,
    EventKind.REOPENED,
    EventKind.BUYER_OUTCOME,
)


class Actor(models.TextChoices):
    """Who did something."""

    BUYER = "buyer", _("Buyer")
    PRODUCER = "producer", _("Producer")
    OFFICE = "office", _("Programme office")
    SYSTEM = "system", _("The site")
