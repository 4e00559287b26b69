"""What is missing or stale in the records, asked in one place for lists, filters and dashboard."""

import datetime

from django.db import models
from django.db.models import Case, Exists, IntegerField, OuterRef, Q, When
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from products.catalogue.enums import ProtectionStatus
from products.catalogue.models import (
    Figure,
    GIProduct,
    ProductPage,
    Protection,
    QualityLimit,
    SeasonWindow,
)

CHECK_EVERY = datetime.timedelta(days=365)


class Gap(models.TextChoices):
    """A fact that every product should have."""

    ILLUSTRATION = "illustration", _("No illustration")
    SEASON = "season", _("No season")
    AREA = "area", _("No area text")
    BOX = "box", _("No coordinates")
    QUALITY = "quality", _("No quality values")
    FIGURE = "figure", _("No figures")
    PROTECTION = "protection", _("No protection in force")
    PAGE = "page", _("No live page")
    CHECK = "check", _("Facts not checked for a year")


def _none_of(queryset):
    return Q(~Exists(queryset.filter(product=OuterRef("pk"))))


def gap_condition(gap: str) -> Q:
    """The condition under which a product has `gap` today."""
    today = timezone.localdate()
    match gap:
        case Gap.ILLUSTRATION:
            return Q(image=None)
        case Gap.SEASON:
            return _none_of(SeasonWindow.objects.all())
        case Gap.AREA:
            return Q(area_zh="")
        case Gap.BOX:
            return Q(west=None)
        case Gap.QUALITY:
            return _none_of(QualityLimit.objects.all())
        case Gap.FIGURE:
            return _none_of(Figure.objects.all())
        case Gap.PROTECTION:
            return _none_of(Protection.objects.in_force(today))
        case Gap.PAGE:
            return _none_of(ProductPage.objects.live())
    return Q(last_checked_on=None) | Q(last_checked_on__lt=today - CHECK_EVERY)


def with_gaps(products):
    """Annotates how many gaps each product has, as `gap_count`."""
    count = sum(
        Case(When(gap_condition(gap), then=1), default=0, output_field=IntegerField())
        for gap in Gap
    )
    return products.annotate(gap_count=count)


def count_by_gap(*gaps: str) -> dict[str, int]:
    """How many of the city's GI products have each of `gaps`, in one query."""
    counts = {gap: models.Count("pk", filter=gap_condition(gap)) for gap in gaps}
    return GIProduct.objects.listed().aggregate(
        **{str(gap): count for gap, count in counts.items()}
    )


def protections_with_status(status: ProtectionStatus) -> list[int]:
    """Keys of the protections that have `status` today; three queries."""
    # The status follows from dates and successors; only the model knows the whole rule.
    protections = Protection.objects.order_by().prefetch_related("successors__successors")
    return [protection.pk for protection in protections if protection.status == status]
