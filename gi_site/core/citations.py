"""How a record of this site is cited."""

import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from gi_site.core.site_settings import site_settings
from gi_site.core.templatetags.formats import long_date


def citation(request, title, address: str, day: datetime.date | None = None) -> str:
    """One line in the reader's language; `day` is the state of the record, today if left out.

    The Chinese form follows GB/T 7714-2015 for databases online: [DB/OL].
    """
    today = timezone.localdate()
    if isinstance(day, datetime.datetime):
        day = timezone.localtime(day).date()
    site = _("Huizhou Geographical Indications")
    owner = site_settings(request).owner
    # Translators: a citation; {author}, {title} and so on stay as they are.
    form = _("{author}. {title}. {site}, state of {state}. {address} (accessed {accessed}).")
    return form.format(
        author=owner or site,
        title=str(title),
        site=site,
        state=long_date(day or today),
        state_iso=(day or today).isoformat(),
        address=address,
        accessed=long_date(today),
        accessed_iso=today.isoformat(),
    )
