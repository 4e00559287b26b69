import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from home.following.enums import Target
from home.following.querysets import SubscriptionQuerySet
from home.following.tokens import sign


class Subscriber(models.Model):
    """Record: an address that asked for alerts. Erased with its last subscription.

    Its secret links are signatures of `key`: a mail can name them whenever it is written, and who
    reads the database cannot make them.
    """

    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(_("e-mail address"), unique=True)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    created_at = models.DateTimeField(_("asked for"), auto_now_add=True)

    class Meta:
        verbose_name = _("subscriber")
        verbose_name_plural = _("subscribers")
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return str(self.key)

    @property
    def token(self) -> str:
        """The secret of its pages."""
        return sign("manage", self.key)


# Which column says what is followed.
TARGET_FIELDS = {
    Target.ALL: (),
    Target.PRODUCT: ("product",),
    Target.PRODUCER: ("producer",),
    Target.ENTRY: ("entry",),
}


def _target(model: str, label):
    return models.ForeignKey(
        model, verbose_name=label, null=True, on_delete=models.CASCADE, related_name="+"
    )


class Subscription(models.Model):
    """Record: what a subscriber wants to hear of, from the day on which it was confirmed."""

    subscriber = models.ForeignKey(
        Subscriber,
        verbose_name=_("subscriber"),
        on_delete=models.CASCADE,
        related_name="subscriptions",
    )
    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    target = models.CharField(_("follows"), max_length=10, choices=Target)
    product = _target("catalogue.GIProduct", _("product"))
    producer = _target("producers.Producer", _("producer"))
    entry = _target("registry.Authorisation", _("authorisation"))
    created_at = models.DateTimeField(_("asked for"), auto_now_add=True)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True)
    last_change = models.BigIntegerField(
        _("newest change told"),
        default=0,
        help_text=_("Key in the change log; what comes after it is told."),
    )

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("alert")
        verbose_name_plural = _("alerts")
        ordering = ["-created_at", "-pk"]
        permissions = [("view_addresses", "Can see the addresses that asked for alerts")]
        constraints = [
            models.CheckConstraint(
                condition=Q(target=Target.ALL, product=None, producer=None, entry=None)
                | Q(target=Target.PRODUCT, product__isnull=False, producer=None, entry=None)
                | Q(target=Target.PRODUCER, product=None, producer__isnull=False, entry=None)
                | Q(target=Target.ENTRY, product=None, producer=None, entry__isnull=False),
                name="subscription_has_its_target",
                violation_error_message=_("An alert follows exactly what its kind says."),
            ),
            *(
                models.UniqueConstraint(
                    fields=["subscriber", *fields],
                    condition=Q(target=target),
                    name=f"subscription_once_{target}",
                    violation_error_message=_("This is already followed with this address."),
                )
                for target, fields in TARGET_FIELDS.items()
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def title(self) -> str:
        """What is followed, in the reader's language."""
        match self.target:
            case Target.PRODUCT:
                return self.product.name
            case Target.PRODUCER:
                return self.producer.name
            case Target.ENTRY:
                return f"{self.entry.name_as_printed} ({self.entry.public_number})"
        return gettext("Everything that changes")

    @property
    def token(self) -> str:
        """The secret that confirms it."""
        return sign("confirm", self.key)
