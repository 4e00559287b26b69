"""Lists of inquiries, recipients and links."""

from django.conf import settings
from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, Value, When

from gi_site.intake.records import ReceivedQuerySet, SecretLinkQuerySet, days_ago

from .enums import Status


class InquiryQuerySet(ReceivedQuerySet):
    """Inquiries by where they stand."""

    def open(self):
        """Those with which somebody still has to do something."""
        return self.filter(
            merged_into=None, withdrawn_at=None, spam_at=None, closed_at=None, purged_at=None
        )

    def with_status(self):
        """With `status_known`, the same as `status`, to filter and count by."""
        from .models import Recipient

        recipients = Recipient.objects.filter(inquiry=OuterRef("pk"), removed_at=None)
        return self.annotate(
            status_known=Case(
                When(merged_into__isnull=False, then=Value(Status.MERGED)),
                When(withdrawn_at__isnull=False, then=Value(Status.WITHDRAWN)),
                When(spam_at__isnull=False, then=Value(Status.SPAM)),
                When(closed_at__isnull=False, then=Value(Status.CLOSED)),
                When(Exists(recipients.filter(answered_at__isnull=False)), then=Value("answered")),
                When(Exists(recipients.filter(opened_at__isnull=False)), then=Value("opened")),
                When(Exists(recipients.filter(sent_at__isnull=False)), then=Value("sent")),
                default=Value(Status.RECEIVED),
                output_field=models.CharField(),
            )
        )

    def to_check(self):
        """Open ones nobody has checked yet."""
        return self.open().filter(checked_at=None)

    def with_overdue(self):
        """With `is_overdue`: still to check, or an answer awaited, for longer than promised."""
        from .models import Recipient

        recipients = Recipient.objects.filter(inquiry=OuterRef("pk"))
        is_late = Q(checked_at=None, received_at__lt=days_ago(settings.INQUIRY_CHECK_DAYS))
        is_late |= Exists(recipients.late())
        is_open = Q(
            merged_into=None, withdrawn_at=None, spam_at=None, closed_at=None, purged_at=None
        )
        return self.annotate(
            is_overdue=Case(When(is_open & is_late, then=Value(True)), default=Value(False))
        )


class RecipientQuerySet(models.QuerySet):
    """Recipients by what they did."""

    def producers(self):
        """Without the programme office."""
        return self.filter(producer__isnull=False)

    def waited_for(self):
        """Those that have an inquiry and have not answered."""
        return self.filter(sent_at__isnull=False, answered_at=None, removed_at=None)

    def late(self):
        """Those that have not answered in time."""
        return self.waited_for().filter(sent_at__lt=days_ago(settings.INQUIRY_ANSWER_DAYS))


class AccessLinkQuerySet(SecretLinkQuerySet):
    """Links by their secret."""

    def usable(self):
        """Those that still work."""
        return super().usable().filter(inquiry__purged_at=None)
