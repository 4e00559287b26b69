"""How a record of this site is cited."""

import datetime

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gi_site.core.site_settings import site_settings
from gi_site.core.templatetags.formats import long_date


def citation(request, title, address: str, day: datetime.date | None = None) -> str:
    """One line in the reader's language; `day` is the state of the record, today if left out."""
    today = timezone.localdate()
    if isinstance(day, datetime.datetime):
        day = timezone.localtime(day).date()
    owner, site = site_settings(request).owner, _("Huizhou Geographical Indications")
    write = _english if get_language() == "en" else _chinese
    return write(owner, site, title, address, day or today, today)


def _chinese(owner, site, title, address, day, today) -> str:
    """After GB/T 7714-2015, as a database online: [DB/OL]."""
    work = f"{owner}. {title}[DB/OL]//{site}" if owner else f"{site}. {title}[DB/OL]"
    return f"{work}. ({day:%Y-%m-%d})[{today:%Y-%m-%d}]. {address}."


def _english(owner, site, title, address, day, today) -> str:
    work = f"{owner}. {title}. {site}" if owner else f"{site}. {title}"
    return f"{work}. State of {long_date(day)}. {address} (accessed {long_date(today)})."
