"""Invented reports in three states, to try the queue out; without mails and photographs."""

import datetime
import uuid

from django.utils import timezone

from gi_site.intake.contact import ContactChannel
from products.catalogue.models import GIProduct

from .closing import deletion_day
from .enums import Actor, EventKind, Outcome, PlaceKind, Sign
from .history import record
from .models import Report, ReportEvent

PREFIX = "示例 / Sample: "
# Place, signs, words, and how many days ago each step was taken.
LIVES = (
    (PlaceKind.MARKET, [Sign.NO_CODE], "包装上没有代码。", {EventKind.RECEIVED: 2}),
    (
        PlaceKind.ONLINE_SHOP,
        [Sign.FOREIGN, Sign.MISLEADING],
        "The shop says the goods come from another province.",
        {EventKind.RECEIVED: 12, EventKind.TAKEN: 10, EventKind.PASSED_ON: 9},
    ),
    (
        PlaceKind.LIVE_STREAM,
        [Sign.NO_LAWFUL_USER],
        "主播说不清是谁的标志。",
        {EventKind.RECEIVED: 40, EventKind.TAKEN: 38, EventKind.CLOSED: 30},
    ),
)


def make_reports() -> list[Report]:
    """One for each of `LIVES`."""
    products = list(GIProduct.objects.listed().order_by("number", "pk")[: len(LIVES)])
    return [
        _make(number, products[number % len(products)], *life)
        for number, life in enumerate(LIVES)
        if products
    ]


def remove_reports():
    """Delete the samples of reports."""
    Report.objects.filter(is_sample=True).delete()


def _make(number, product, place_kind, signs, words, days) -> Report:
    at = {kind: timezone.now() - datetime.timedelta(days=ago) for kind, ago in days.items()}
    report = Report(
        submission_key=uuid.UUID(int=number),
        received_at=at[EventKind.RECEIVED],
        language="zh-hans",
        product=product,
        place_kind=place_kind,
        place=f"{PREFIX}{number + 1}",
        signs=[sign.value for sign in signs],
        message=f"{PREFIX}{words}",
        contact_channel=ContactChannel.EMAIL,
        contact=f"sample-reporter-{number}@example.org",
        consented_at=at[EventKind.RECEIVED],
        consent_version="sample",
        looked_at=at.get(EventKind.TAKEN),
        is_sample=True,
    )
    if EventKind.PASSED_ON in at:
        report.passed_on_at, report.authority = at[EventKind.PASSED_ON], "示例主管部门"
    if EventKind.CLOSED in at:
        report.closed_at, report.delete_after = at[EventKind.CLOSED], deletion_day()
        report.outcome = Outcome.NO_MISUSE
    report.save()
    for kind, moment in at.items():
        actor = Actor.REPORTER if kind == EventKind.RECEIVED else Actor.OFFICE
        event = record(report, kind, actor)
        ReportEvent.objects.filter(pk=event.pk).update(at=moment)
    return report
