"""Lists of reports and of their links."""

from django.conf import settings
from django.db import models
from django.db.models import Case, Q, Value, When

from gi_site.intake.records import ReceivedQuerySet, SecretLinkQuerySet, days_ago
from home.protect.enums import Outcome, Status


class ReportQuerySet(ReceivedQuerySet):
    """Reports by where they stand."""

    def counted(self):
        """Those of the public counts: no samples, no spam."""
        return self.real().exclude(outcome=Outcome.SPAM)

    def open(self):
        """Those with which somebody still has to do something."""
        return self.filter(withdrawn_at=None, closed_at=None)

    def to_look_at(self):
        """Open ones nobody has looked at yet."""
        return self.open().filter(looked_at=None)

    def with_status(self):
        """With `status_known`, the same as `status`, to filter and count by."""
        return self.annotate(
            status_known=Case(
                When(withdrawn_at__isnull=False, then=Value(Status.WITHDRAWN)),
                When(closed_at__isnull=False, then=Value(Status.CLOSED)),
                When(passed_on_at__isnull=False, then=Value(Status.PASSED_ON)),
                When(looked_at__isnull=False, then=Value(Status.LOOKED_AT)),
                default=Value(Status.RECEIVED),
                output_field=models.CharField(),
            )
        )

    def with_overdue(self):
        """With `is_overdue`: nobody has looked at it in the promised time."""
        is_late = Q(looked_at=None, withdrawn_at=None, closed_at=None)
        is_late &= Q(received_at__lt=days_ago(settings.REPORT_LOOK_DAYS))
        return self.annotate(is_overdue=Case(When(is_late, then=Value(True)), default=Value(False)))


class ReportLinkQuerySet(SecretLinkQuerySet):
    """Links by their secret."""

    def usable(self):
        """Those that still work: erasing the report stops them."""
        return super().usable().filter(report__purged_at=None)
