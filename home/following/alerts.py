"""Alerts by e-mail: asked for, confirmed by a button in a mail, told, and given up again.

Every answer to a visitor is the same whether an address is known or not. A mail is queued in the
transaction that notes what it tells, so that nothing is told twice and nothing is left out.
"""

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from gi_site.intake.mails import post
from gi_site.ops.models import OutgoingMail
from home.following import tokens
from home.following.enums import Target
from home.following.models import PublicChange, Subscriber, Subscription
from home.following.querysets import matching
from home.following.reading import read

# One address is mailed at most so many requests for confirmation in a day.
REQUESTS_A_DAY = 5
# A mail tells so many changes in words and the number of the others.
TOLD = 40


@transaction.atomic
def ask(email: str, language: str, target: Target, record=None):
    """Notes the wish to follow `record` and mails the link that confirms it.

    Nothing is sent for what is followed already, nor more often than one would ask for oneself.
    """
    subscriber, _created = Subscriber.objects.get_or_create(
        email=email.lower(), defaults={"language": language}
    )
    subscriber = Subscriber.objects.select_for_update().get(pk=subscriber.pk)
    values = {"target": target} | ({} if target == Target.ALL else {str(target): record})
    subscription, is_new = subscriber.subscriptions.get_or_create(**values)
    if subscription.confirmed_at:
        return
    today = timezone.localdate()
    asked = OutgoingMail.objects.filter(key__startswith=f"alert-{subscriber.pk}-confirm-")
    if asked.filter(created__date=today).count() >= REQUESTS_A_DAY:
        if is_new:
            subscription.delete()
        return
    post(
        "following/mail/confirm.txt",
        subscriber.email,
        language,
        f"alert-{subscriber.pk}-confirm-{subscription.pk}-{today}",
        subscription=subscription,
        site_url=settings.SITE_URL,
        link=_address("confirm_alert", subscription.token, language),
    )


def to_confirm(token: str) -> Subscription | None:
    """What the link of a mail confirms; None if it is forged or was forgotten."""
    key = tokens.read("confirm", token)
    return key and Subscription.objects.to_choose().filter(key=key).first()


def confirm(subscription: Subscription):
    """From now on it is told what changes; harmless when done again."""
    Subscription.objects.filter(pk=subscription.pk, confirmed_at=None).update(
        confirmed_at=timezone.now(), last_change=PublicChange.objects.last_key()
    )


def subscriber_of(token: str) -> Subscriber | None:
    """Whose secret link it is; None if it is forged or its owner has left."""
    key = tokens.read("manage", token)
    return key and Subscriber.objects.filter(key=key).first()


@transaction.atomic
def erase(subscriber: Subscriber):
    """Forgets the address with all it follows, and what still waits to be sent to it."""
    OutgoingMail.objects.unsent().filter(key__startswith=f"alert-{subscriber.pk}-").delete()
    subscriber.delete()


@transaction.atomic
def give_up(subscription: Subscription) -> bool:
    """Forgets one subscription, and the address with its last one; whether that is gone."""
    subscriber = subscription.subscriber
    subscription.delete()
    is_last = not subscriber.subscriptions.exists()
    if is_last:
        erase(subscriber)
    return is_last


def purge() -> int:
    """Forgets what nobody has confirmed in time, and addresses that follow nothing; how many."""
    number, _each = Subscription.objects.forgotten().delete()
    for subscriber in Subscriber.objects.filter(subscriptions=None):
        erase(subscriber)
    return number


def tell() -> int:
    """Mails each subscriber one digest of what is new to them; how many mails."""
    last = PublicChange.objects.last_key()
    waiting = Subscription.objects.confirmed().filter(last_change__lt=last)
    keys = waiting.order_by("subscriber_id").values_list("subscriber_id", flat=True).distinct()
    return sum(_tell(key, last) for key in list(keys))


@transaction.atomic
def _tell(subscriber_id: int, last: int) -> bool:
    """Mails what lies between each subscription and `last`; whether there was anything."""
    # The lock decides between two workers; the second one finds nothing left.
    subscriber = Subscriber.objects.select_for_update().filter(pk=subscriber_id).first()
    if subscriber is None:
        return False
    wanted = Q(pk__in=[])
    subscriptions = list(subscriber.subscriptions.confirmed().to_choose())
    for subscription in subscriptions:
        if subscription.last_change < last:
            span = Q(pk__gt=subscription.last_change, pk__lte=last)
            wanted |= span & matching(subscription)
    changes = PublicChange.objects.filter(wanted).order_by("pk")
    subscriber.subscriptions.confirmed().filter(last_change__lt=last).update(last_change=last)
    number = changes.count()
    if not number:
        return False
    with override(subscriber.language):
        told = list(read(changes.for_reading()[:TOLD]))
    post(
        "following/mail/digest.txt",
        subscriber.email,
        subscriber.language,
        f"alert-{subscriber.pk}-told-{last}",
        headers=_one_click(subscriber),
        changes=told,
        number=number,
        others=number - len(told),
        site_url=settings.SITE_URL,
        changes_link=_address("changes", language=subscriber.language),
        manage_link=_address("manage_alerts", subscriber.token, subscriber.language),
        unsubscribe_link=_address("unsubscribe", subscriber.token, subscriber.language),
    )
    return True


def _one_click(subscriber: Subscriber) -> dict:
    """By these mail programs offer a button (RFC 8058)."""
    address = _address("unsubscribe", subscriber.token, subscriber.language)
    return {
        "List-Unsubscribe": f"<{address}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }


def _address(name: str, token: str = "", language: str = "") -> str:
    with override(language):
        return settings.SITE_URL + reverse(name, args=[token] if token else [])
