"""Invented inquiries in every state, among invented producers only, to try the inbox out."""

import datetime
import uuid
from random import Random

from django.utils import timezone

from gi_site.intake.contact import ContactChannel
from products.producers.enums import Unit
from products.registry.models import Authorisation

from . import routing
from .enums import (
    Actor,
    Currency,
    EventKind,
    Frequency,
    Outcome,
    Purpose,
    Route,
    TradeTerm,
    ValueBand,
)
from .history import record
from .models import Answer, AnswerTemplate, Inquiry, InquiryEvent, InquiryLine, Recipient

ONE_YEAR = datetime.timedelta(days=365)
# Name, organisation, country, language, message; names that nobody can take for a real buyer's.
BUYERS = (
    ("示例买家甲", "示例水果批发行", "CN", "zh-hans", "示例：请报鲜果到岸价。"),
    ("Sample Buyer B", "Sample Foods GmbH", "DE", "en", "Sample: we look for a yearly contract."),
    ("Sample Buyer C", "Sample Grocers Ltd.", "GB", "en", "Sample: which packing do you have?"),
    ("示例买家丁", "", "HK", "zh-hans", "示例：礼盒装，需要样品。"),
    ("Sample Buyer E", "Sample Trading Pte. Ltd.", "SG", "en", "Sample: two containers a season."),
    ("示例买家己", "示例餐饮公司", "CN", "zh-hans", "示例：每周配送一次。"),
)
# How far each has come: days since it was received, and since each step.
LIVES = (
    {"received": 1},
    {"received": 4},
    {"received": 6, "sent": 5},
    {"received": 9, "sent": 8, "opened": 7},
    {"received": 12, "sent": 11, "opened": 10, "answered": 9},
    {"received": 40, "sent": 39, "opened": 38, "answered": 37, "closed": 20},
)
TEMPLATES = (
    (
        "Sample: quantity",
        "示例：您好！请问每批需要多少箱？",
        "Sample: Dear buyer, how many boxes do you need in each batch?",
    ),
)


def make_inquiries(random: Random) -> list[Inquiry]:
    """One for each of `LIVES`, of products that sample producers may sell."""
    entries = (
        Authorisation.objects.public().in_force().filter(is_sample=True, producer__is_sample=True)
    )
    products = list(dict.fromkeys(entry.product for entry in entries.select_related("product")))
    for title, zh, en in TEMPLATES:
        AnswerTemplate.objects.get_or_create(title=title, defaults={"body_zh": zh, "body_en": en})
    if not products:
        return []
    return [
        _make_inquiry(random, number, buyer, life, products)
        for number, (buyer, life) in enumerate(zip(BUYERS, LIVES, strict=True))
    ]


def _make_inquiry(random, number, buyer, life, products) -> Inquiry:
    name, organisation, country, language, message = buyer
    is_abroad = country != "CN"
    today = timezone.localdate()
    received = _ago(life["received"])
    inquiry = Inquiry.objects.create(
        submission_key=uuid.UUID(int=number),
        received_at=received,
        language=language,
        route=Route.SUGGEST,
        window_from=today + datetime.timedelta(days=30),
        window_until=today + datetime.timedelta(days=75),
        destination_country=country,
        trade_term=TradeTerm.CIF if is_abroad else TradeTerm.DELIVERED,
        purpose=random.choice(Purpose.values),
        frequency=random.choice(Frequency.values),
        message=message,
        buyer_name=name,
        buyer_organisation=organisation,
        buyer_country=country,
        contact_channel=ContactChannel.EMAIL,
        contact=f"sample-buyer-{number}@example.org",
        consent_version="sample",
        consented_at=received,
        forward_consented_at=received,
        is_sample=True,
    )
    chosen = random.sample(products, min(len(products), 1 + number % 2))
    lines = [
        InquiryLine.objects.create(
            inquiry=inquiry,
            product=product,
            quantity=random.choice([200, 500, 2000]),
            unit=Unit.KILOGRAM,
            target_price=random.choice([None, 12, 38]),
            currency=Currency.USD if is_abroad else Currency.CNY,
            wants_sample=random.random() < 0.5,
        )
        for product in chosen
    ]
    pairs = [(line.product, line) for line in lines]
    routing.save_proposals(inquiry, routing.propose(pairs, inquiry.route, is_sample=True))
    _live(inquiry, life)
    return inquiry


def _live(inquiry: Inquiry, life: dict[str, int]):
    """Takes the steps of `life` without sending a mail to anybody."""
    _note(inquiry, EventKind.RECEIVED, Actor.BUYER, life["received"])
    if "sent" not in life:
        return
    recipients = list(inquiry.recipients.select_related("producer"))
    inquiry.checked_at = _ago(life["sent"])
    inquiry.save(update_fields=["checked_at"])
    _note(inquiry, EventKind.CHECKED, Actor.OFFICE, life["sent"])
    for recipient in recipients:
        _step(recipient, "sent", EventKind.SENT, Actor.OFFICE, life)
    for recipient in recipients[:2]:
        _step(recipient, "opened", EventKind.OPENED, Actor.PRODUCER, life)
    if "answered" in life:
        first, *others = recipients
        _step(first, "answered", EventKind.ANSWERED, Actor.PRODUCER, life)
        _answer(
            first, Answer.Kind.OFFER, price=36, currency=Currency.CNY, message="示例：可以供应。"
        )
        for recipient in others[:1]:
            _step(recipient, "answered", EventKind.DECLINED, Actor.PRODUCER, life)
            Recipient.objects.filter(pk=recipient.pk).update(declined_at=recipient.answered_at)
            _answer(recipient, Answer.Kind.DECLINE, reason="no_stock")
    if "closed" in life:
        closed = _ago(life["closed"])
        inquiry.closed_at, inquiry.delete_after = closed, closed.date() + ONE_YEAR
        inquiry.outcome, inquiry.value_band = Outcome.DEAL, ValueBand.UNDER_50
        inquiry.is_repeat, inquiry.farmers_reached = False, 18
        inquiry.save()
        _note(inquiry, EventKind.CLOSED, Actor.OFFICE, life["closed"])


def _step(recipient, name, kind, actor, life):
    if name in life:
        setattr(recipient, f"{name}_at", _ago(life[name]))
        recipient.save(update_fields=[f"{name}_at"])
        _note(recipient.inquiry, kind, actor, life[name], recipient=recipient)


def _answer(recipient, kind, **values):
    Answer.objects.create(
        recipient=recipient, submission_key=uuid.uuid4(), kind=kind, line=None, **values
    )


def _note(inquiry, kind, actor, days, recipient=None):
    event = record(inquiry, kind, actor, recipient=recipient)
    InquiryEvent.objects.filter(pk=event.pk).update(at=_ago(days))


def _ago(days: int) -> datetime.datetime:
    return timezone.now() - datetime.timedelta(days=days)


def remove_inquiries():
    """Delete the samples of inquiries."""
    samples = Inquiry.objects.filter(is_sample=True)
    # What was merged goes first: it holds on to the other.
    samples.filter(merged_into__isnull=False).delete()
    samples.delete()
    AnswerTemplate.objects.filter(title__in=[title for title, _zh, _en in TEMPLATES]).delete()
