"""Secret links of reporters. The token itself is never stored."""

import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from gi_site.intake.codes import digest, new_token

from .models import Report, ReportLink

# As long as the report itself: erasing it stops the link.
VALID = datetime.timedelta(days=10 * 365)


def issue_link(report: Report) -> str:
    """Absolute address of a new secret link, in the language of the reporter."""
    token = new_token()
    ReportLink.objects.create(
        report=report, digest=digest(token), expires_at=timezone.now() + VALID
    )
    with override(report.language):
        return settings.SITE_URL + reverse("track_report", args=[token])
