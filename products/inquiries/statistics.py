"""Figures of inquiries: how fast and how often producers answer, what the programme achieves.

Samples never count. A refusal counts as an answer. Medians need no personal data, so what was
erased still counts.
"""

import datetime
from collections import defaultdict
from dataclasses import dataclass
from statistics import median

from django.db.models import Count, Min, Q, Sum

from products.producers.models import Producer

from .enums import Outcome
from .models import Inquiry, Recipient

# A rate of fewer inquiries says little about a producer and much about single buyers.
ENOUGH = 5


@dataclass(frozen=True)
class ReplyFigures:
    """How a producer answers; rate (0-1) and time are None below `ENOUGH` inquiries."""

    producer: Producer
    inquiries: int
    rate: float | None
    time: datetime.timedelta | None


def reply_figures(producers=None) -> list[ReplyFigures]:
    """Of `producers` (None: of all) that were sent inquiries; two queries."""
    sent = Recipient.objects.producers().filter(
        inquiry__is_sample=False, inquiry__spam_at=None, sent_at__isnull=False
    )
    # Taken back before it was answered: the producer could not answer.
    sent = sent.exclude(removed_at__isnull=False, answered_at=None)
    if producers is not None:
        sent = sent.filter(producer__in=producers)
    times = defaultdict(list)
    for producer, sent_at, answered_at in sent.values_list("producer", "sent_at", "answered_at"):
        times[producer].append(answered_at - sent_at if answered_at else None)
    by_pk = Producer.objects.in_bulk(times)
    found = [_figures(by_pk[key], replies) for key, replies in times.items()]
    return sorted(found, key=lambda each: (-each.inquiries, str(each.producer)))


def _figures(producer, replies) -> ReplyFigures:
    if len(replies) < ENOUGH:
        return ReplyFigures(producer, len(replies), None, None)
    given = [reply for reply in replies if reply is not None]
    time = median(given) if given else None
    return ReplyFigures(producer, len(replies), len(given) / len(replies), time)


@dataclass(frozen=True)
class ProgrammeFigures:
    """What the programme has done with inquiries."""

    received: int
    handled: int
    spam: int
    deals: int
    repeat_deals: int
    farmers: int
    replies: int
    first_reply: datetime.timedelta | None


def programme_figures(since: datetime.date | None = None) -> ProgrammeFigures:
    """Of all inquiries received since that day. Spam counts as handled, doubles do not count."""
    inquiries = Inquiry.objects.real().filter(merged_into=None)
    if since:
        inquiries = inquiries.filter(received_at__date__gte=since)
    handled = Q(closed_at__isnull=False) | Q(spam_at__isnull=False) | Q(withdrawn_at__isnull=False)
    deal = Q(outcome=Outcome.DEAL)
    counts = inquiries.aggregate(
        received=Count("pk"),
        handled=Count("pk", filter=handled),
        spam=Count("pk", filter=Q(spam_at__isnull=False)),
        deals=Count("pk", filter=deal),
        repeat_deals=Count("pk", filter=deal & Q(is_repeat=True)),
        farmers=Sum("farmers_reached", filter=deal, default=0),
    )
    first = inquiries.annotate(first=Min("recipients__answered_at")).exclude(first=None)
    times = [answer - received for received, answer in first.values_list("received_at", "first")]
    first_reply = median(times) if times else None
    return ProgrammeFigures(replies=len(times), first_reply=first_reply, **counts)
