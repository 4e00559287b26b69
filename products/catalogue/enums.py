"""The fixed vocabularies of the catalogue."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ProductState(models.TextChoices):
    """Whether a product is one of the city's GI products or on its way to become one."""

    LISTED = "listed", _("On the city's list")
    CANDIDATE = "candidate", pgettext_lazy("product state", "Candidate")


class NameKind(models.TextChoices):
    """What another name of a product is; misspelt names are searched but never shown."""

    OTHER = "other", _("Also called")
    FORMER = "former", _("Former name")
    TRADE = "trade", _("Trade name")
    MISSPELT = "misspelt", _("Misspelt form")


class Scheme(models.TextChoices):
    """The Chinese schemes under which a geographical indication is or was protected."""

    GI_PRODUCT = "gi_product", _("GI product")
    AGI = "agi", _("Agricultural product GI (AGI)")
    CERTIFICATION_MARK = "certification_mark", _("GI certification mark")
    COLLECTIVE_MARK = "collective_mark", _("GI collective mark")
    ORIGIN_MARK = "origin_mark", _("Mark of origin (scheme before 2005)")


class ProtectionStatus(models.TextChoices):
    """Follows from announcement, dates and end; see `Protection.status`."""

    IN_FORCE = "in_force", _("In force")
    UNVERIFIED = "unverified", _("To be verified")
    APPLIED = "applied", _("Applied for")
    SUPERSEDED = "superseded", _("Superseded")
    ENDED = "ended", _("Ended")


class EndReason(models.TextChoices):
    """Why a protection no longer holds."""

    EXPIRED = "expired", _("Expired")
    REVOKED = "revoked", _("Revoked")
    SURRENDERED = "surrendered", _("Given up by its holder")
    SCHEME_ENDED = "scheme_ended", _("The scheme or its announcement was repealed")


class DatePrecision(models.TextChoices):
    """How exactly a source states a date."""

    DAY = "day", _("Day")
    MONTH = "month", _("Month")
    YEAR = "year", _("Year")


class Confidence(models.TextChoices):
    """How well a fact is supported."""

    HIGH = "high", _("Official text or several agreeing sources")
    MEDIUM = "medium", _("One credible source")
    LOW = "low", _("Undated, anonymous or promotional source")


class LimitKind(models.TextChoices):
    """Where a quality value comes from."""

    LIMIT = "limit", _("Required by the rules of the product")
    MEASURED = "measured", _("Measured or described")


class Comparator(models.TextChoices):
    """How a quality value bounds the product."""

    MIN = ">=", "≥"
    MAX = "<=", "≤"
    RANGE = "range", _("from … to …")
    EQUAL = "=", "="
    ABOUT = "about", _("about")


class SeasonKind(models.TextChoices):
    """What is to be had in a season window."""

    FRESH = "fresh", _("Fresh")
    PROCESSED = "processed", _("Being made")
    STORED = "stored", _("From store")


class Measure(models.TextChoices):
    """What a figure counts; figures of different measures are never added."""

    AREA = "area", _("Area")
    OUTPUT = "output", _("Output")
    YIELD = "yield", _("Yield")
    OUTPUT_VALUE = "output_value", _("Output value")
    PRICE = "price", _("Price")
    HOUSEHOLDS = "households", _("Households")
    INCOME = "income", _("Income")
    EXPORT = "export", _("Export")
    PREMIUM = "premium", _("Price premium")
    BRAND_VALUE = "brand_value", _("Brand value")
    OTHER = "other", _("Other figure")


class Qualifier(models.TextChoices):
    """How a source qualifies a number."""

    EXACT = "exact", pgettext_lazy("number", "exactly")
    ABOUT = "about", pgettext_lazy("number", "about")
    OVER = "over", pgettext_lazy("number", "more than")
    NEARLY = "nearly", pgettext_lazy("number", "nearly")
    FORECAST = "forecast", pgettext_lazy("number", "forecast")


class PassageKind(models.TextChoices):
    """What a passage of a product page is."""

    FACT = "fact", _("Fact")
    LEGEND = "legend", _("Legend")
    VERSE = "verse", _("Verse or quotation")
    OPINION = "opinion", _("Statement of a producer or a report")


class SourceKind(models.TextChoices):
    """Who speaks in a source."""

    LAW = "law", _("Law or rule")
    OFFICIAL = "official", _("Official text")
    PLAN = "plan", _("Official plan")
    PRESS = "press", _("Press or broadcaster")
    REFERENCE = "reference", _("Reference work or gazetteer")
    COMMERCIAL = "commercial", _("Commercial or promotional text")
    BLOG = "blog", _("Blog or user content")
