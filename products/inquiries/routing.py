"""Who receives an inquiry: only producers that are lawful users of the product on that day.

Checked when recipients are proposed, when an inquiry is sent, and when its link is opened.
"""

import random
from collections import defaultdict
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, F, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from products.catalogue.models import GIProduct
from products.producers.models import Offer, Producer
from products.registry.models import Authorisation

from . import letters
from .enums import Actor, EventKind, Route
from .history import record
from .models import Inquiry, InquiryLine, Recipient, RecipientLine

SUGGESTED = 5  # producers for each product


@dataclass
class Proposal:
    """Lines that go to one producer; without a producer, to the programme office.

    `lines` holds what was given to `propose`, as pairs of a product and its line (None while
    there is only a form); `authorisations` by the product's primary key what makes it lawful.
    """

    producer: Producer | None
    lines: list[tuple[GIProduct, InquiryLine | None]] = field(default_factory=list)
    authorisations: dict[int, Authorisation] = field(default_factory=dict)


def lawful_authorisations(products, *, is_sample: bool = False):
    """Authorisations of producers that may use the mark of one of `products` today."""
    # Invented producers get invented inquiries only, real ones real inquiries only.
    return (
        Authorisation.objects.public()
        .in_force()
        .filter(product__in=products, is_sample=is_sample, producer__is_sample=is_sample)
        .order_by("pk")
    )


def propose(lines, route, chosen=(), *, may_forward=True, is_sample=False) -> list[Proposal]:
    """Who would receive `lines` (products, or pairs of a product and its line) by `route`.

    Lines nobody may get go to the office, which comes last; so does everything without
    consent to forward. The answer is the same for the whole day, unless the registry changes.
    """
    pairs = [line if isinstance(line, tuple) else (line, None) for line in lines]
    candidates = {}
    if may_forward and route != Route.OFFICE:
        candidates = _candidates(pairs, route, chosen, is_sample)
    proposals: dict[int, Proposal] = {}
    office = Proposal(None)
    for product, line in pairs:
        entries = candidates.get(product.pk)
        for entry in entries or ():
            proposal = proposals.setdefault(entry.producer_id, Proposal(entry.producer))
            proposal.lines.append((product, line))
            proposal.authorisations[product.pk] = entry
        if not entries:
            office.lines.append((product, line))
    return [*proposals.values(), *([office] if office.lines else [])]


def save_proposals(inquiry: Inquiry, proposals: list[Proposal], chosen=()) -> list[Recipient]:
    """Writes `proposals`, made of saved lines, as recipients to which nothing is sent yet."""
    chosen_ids = {producer.pk for producer in chosen}
    recipients = []
    for proposal in proposals:
        producer = proposal.producer
        recipient = Recipient.objects.create(
            inquiry=inquiry,
            producer=producer,
            is_chosen=bool(producer and producer.pk in chosen_ids),
        )
        RecipientLine.objects.bulk_create(
            RecipientLine(
                recipient=recipient,
                line=line,
                authorisation=proposal.authorisations.get(product.pk),
            )
            for product, line in proposal.lines
        )
        recipients.append(recipient)
    return recipients


def _candidates(pairs, route, chosen, is_sample) -> dict[int, list[Authorisation]]:
    """For each product one authorisation of each producer that shall get it. One query."""
    products = {product.pk for product, _line in pairs}
    offers = Offer.objects.filter(producer=OuterRef("producer"), product=OuterRef("product"))
    entries = lawful_authorisations(products, is_sample=is_sample)
    entries = entries.select_related("producer").annotate(has_offer=Exists(offers))
    if route == Route.CHOSEN:
        entries = entries.filter(producer__in=chosen)
    found: dict[int, dict[int, Authorisation]] = defaultdict(dict)
    for entry in entries:
        found[entry.product_id].setdefault(entry.producer_id, entry)
    if route == Route.CHOSEN:
        return {product: list(by_producer.values()) for product, by_producer in found.items()}
    return {
        product: _suggested(product, list(by_producer.values()))
        for product, by_producer in found.items()
    }


def _suggested(product: int, entries: list[Authorisation]) -> list[Authorisation]:
    """A few of `entries`: those with an offer first, every day in another order, to be fair."""
    order = random.Random(f"{timezone.localdate()} {product}")  # noqa: S311 nothing secret
    order.shuffle(entries)
    return sorted(entries, key=lambda entry: not entry.has_offer)[:SUGGESTED]


def send(inquiry: Inquiry, user=None) -> list[Recipient]:
    """Sends a checked inquiry to its recipients; gives those without e-mail, to be called.

    Raises `ValidationError` if the inquiry is closed, withdrawn, spam or merged. Sending again
    reaches only recipients to which nothing was sent yet.
    """
    with transaction.atomic():
        inquiry = _locked(inquiry)
        if not inquiry.checked_at:
            inquiry.checked_at = timezone.now()
            inquiry.save(update_fields=["checked_at"])
            record(inquiry, EventKind.CHECKED, Actor.OFFICE, user=user)
        waiting = inquiry.recipients.select_related("producer").filter(sent_at=None)
        if not inquiry.forward_consented_at:
            waiting = waiting.filter(producer=None)
        # The office comes last: it takes over what is taken back from producers.
        waiting = waiting.filter(removed_at=None).order_by(F("producer").asc(nulls_last=True))
        to_be_called = []
        for recipient in waiting:
            recheck(recipient)
            if recipient.removed_at:
                continue
            if recipient.producer_id and not letters.email_of(recipient.producer):
                to_be_called.append(recipient)
                _note_to_be_called(recipient)
                continue
            _send_to(recipient, EventKind.SENT, user)
        return to_be_called


def note_sent(recipient: Recipient, user):
    """Staff have told a producer without e-mail, by telephone for example."""
    with transaction.atomic():
        inquiry = _locked(recipient.inquiry)
        recipient.refresh_from_db()
        if not recipient.producer_id or not inquiry.forward_consented_at:
            raise ValidationError(_("The buyer has not agreed to forwarding."))
        recheck(recipient)
        if recipient.removed_at:
            raise ValidationError(recipient.removed_because)
        if not recipient.sent_at:
            recipient.sent_at = timezone.now()
            recipient.save(update_fields=["sent_at"])
            record(inquiry, EventKind.SENT, Actor.OFFICE, user=user, recipient=recipient)


def resend(recipient: Recipient, user):
    """A new link and mail for a producer; the earlier link stops working."""
    with transaction.atomic():
        inquiry = _locked(recipient.inquiry)
        recipient.refresh_from_db()
        if not inquiry.forward_consented_at:
            raise ValidationError(_("The buyer has not agreed to forwarding."))
        recheck(recipient)
        if recipient.removed_at:
            raise ValidationError(recipient.removed_because or _("No longer a recipient"))
        if not recipient.producer_id or not letters.email_of(recipient.producer):
            raise ValidationError(_("This recipient has no e-mail address."))
        _send_to(recipient, EventKind.RESENT if recipient.sent_at else EventKind.SENT, user)


def reroute(inquiry: Inquiry, producer: Producer | None, user) -> Recipient:
    """Adds `producer` (None: the office) with all lines it may get; sends if others were sent.

    Raises `ValidationError` if the producer is no lawful user of any of the products today.
    """
    with transaction.atomic():
        inquiry = _locked(inquiry)
        lines = list(inquiry.lines.select_related("product"))
        if producer:
            lines = _lawful_lines(inquiry, producer, lines)
            recipient = _added(inquiry, producer, lines)
        else:
            recipient = _added(inquiry, None, [(line, None) for line in lines])
        record(inquiry, EventKind.REROUTED, Actor.OFFICE, user=user, recipient=recipient)
        if inquiry.checked_at:
            send(inquiry, user)
            recipient.refresh_from_db()
        return recipient


def recheck(recipient: Recipient) -> list[InquiryLine]:
    """Takes back the lines for which `recipient` is no lawful user today; gives these.

    They go to the office unless another producer has them; buyer and office are told. Without
    a line left the recipient is removed; its link then only says why.
    """
    if not recipient.producer_id or recipient.removed_at:
        return []
    inquiry = recipient.inquiry
    held = list(recipient.lines.filter(removed_at=None).select_related("line__product"))
    lines = [each.line for each in held]
    lawful = _held_today(recipient.producer_id, lines, inquiry.is_sample)
    lost = [each for each in held if each.line.product_id not in lawful]
    if not recipient.sent_at:
        _take_note_of_renewals(held, lawful)
    if not lost:
        return []
    with transaction.atomic():
        if not _taken_back(lost):
            return []  # by another request, in between
        if len(lost) == len(held):
            _remove(recipient)
        lines = [each.line for each in lost]
        _give_to_office(inquiry, lines)
        products = list({line.product for line in lines})
        with override(inquiry.language):
            text = letters.names(products)
        record(inquiry, EventKind.REMOVED, Actor.SYSTEM, recipient=recipient, text=text)
        letters.tell_of_lines_taken_back(recipient, products)
    return lines


def _locked(inquiry: Inquiry) -> Inquiry:
    """The inquiry as it stands now, for this transaction alone where the database can."""
    inquiry = Inquiry.objects.select_for_update(of=("self",)).get(pk=inquiry.pk)
    if not inquiry.is_open:
        raise ValidationError(_("This inquiry is no longer open."))
    return inquiry


def _send_to(recipient, kind, user):
    # One statement decides, so that two members of staff who press at once send one mail.
    now = timezone.now()
    if kind == EventKind.SENT:
        if not Recipient.objects.filter(pk=recipient.pk, sent_at=None).update(sent_at=now):
            return
        recipient.sent_at = now
    record(recipient.inquiry, kind, Actor.OFFICE, user=user, recipient=recipient)
    if recipient.producer_id:
        letters.write_to_producer(recipient)


def _note_to_be_called(recipient):
    inquiry = recipient.inquiry
    if not inquiry.events.filter(recipient=recipient, kind=EventKind.NOTE).exists():
        with override("zh-hans"):
            text = _("No e-mail address is known: to be called.")
        record(inquiry, EventKind.NOTE, Actor.SYSTEM, recipient=recipient, text=text)


def _held_today(producer_id, lines, is_sample) -> dict[int, Authorisation]:
    """By product, what makes the producer a lawful user today for `lines`."""
    products = {line.product_id for line in lines}
    entries = lawful_authorisations(products, is_sample=is_sample)
    # The oldest wins, as when it was proposed.
    entries = entries.filter(producer=producer_id).order_by("-pk")
    return {entry.product_id: entry for entry in entries}


def _take_note_of_renewals(held, lawful):
    """What a producer holds at sending, although it held another authorisation before."""
    for each in held:
        entry = lawful.get(each.line.product_id)
        if entry and each.authorisation_id != entry.pk:
            each.authorisation = entry
            each.save(update_fields=["authorisation"])


def _taken_back(lost) -> int:
    ids = [each.pk for each in lost]
    lines = RecipientLine.objects.filter(pk__in=ids, removed_at=None)
    return lines.update(removed_at=timezone.now())


def _remove(recipient):
    recipient.removed_at = timezone.now()
    with override("zh-hans"):
        recipient.removed_because = _("Not a lawful user of any of the products today")
    recipient.save(update_fields=["removed_at", "removed_because"])


def _give_to_office(inquiry, lines):
    """Lines that no producer has any more; the office always has what it was given."""
    still_with = RecipientLine.objects.filter(
        line__in=lines, removed_at=None, recipient__removed_at=None
    ).values_list("line", flat=True)
    orphans = [(line, None) for line in lines if line.pk not in set(still_with)]
    if orphans:
        office = _added(inquiry, None, orphans)
        if inquiry.checked_at and not office.sent_at:
            _send_to(office, EventKind.SENT, None)


def _lawful_lines(inquiry, producer, lines):
    if not inquiry.forward_consented_at:
        raise ValidationError(_("The buyer has not agreed to forwarding."))
    by_product = _held_today(producer.pk, lines, inquiry.is_sample)
    lawful = [
        (each, by_product[each.product_id]) for each in lines if each.product_id in by_product
    ]
    if not lawful:
        raise ValidationError(
            _("%(producer)s is not a lawful user of any of these products today.")
            % {"producer": producer}
        )
    return lawful


def _added(inquiry, producer, lines) -> Recipient:
    """The recipient with `lines` (with the authorisation of each), new, or back again."""
    recipient, _is_new = Recipient.objects.get_or_create(inquiry=inquiry, producer=producer)
    if recipient.removed_at:
        recipient.removed_at, recipient.removed_because, recipient.sent_at = None, "", None
        recipient.save(update_fields=["removed_at", "removed_because", "sent_at"])
    for line, authorisation in lines:
        recipient.lines.update_or_create(
            line=line, defaults={"authorisation": authorisation, "removed_at": None}
        )
    return recipient
