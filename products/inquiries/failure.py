"""When the database or the disk fails: a page with everything typed, instead of an error."""

import logging
import re
from functools import wraps

from django.db import DatabaseError
from django.forms import BooleanField
from django.shortcuts import render
from django.utils.translation import gettext as _

from gi_site.core.site_settings import site_settings

from .forms import InquiryForm, LineForm, LostLinkForm, MessageForm, OutcomeForm

logger = logging.getLogger(__name__)

RETRY_AFTER = "60"
# What the site has put into the form itself.
TECHNICAL = re.compile(r"^(step|action|key|drafts|website|form-[A-Z_]+)$")
# The later one counts where a name is the same.
FORMS = (LostLinkForm, MessageForm, OutcomeForm, InquiryForm)
FIELDS = {name: field for form in FORMS for name, field in form.base_fields.items()}
LINE = re.compile(r"^form-(\d+)-(\w+)$")


def keeps_typed_text(view):
    """Decorator: if database or disk fail, nothing typed is lost and nothing is claimed."""

    @wraps(view)
    def kept(request, *args, **kwargs):
        try:
            response = view(request, *args, **kwargs)
            # Here as well: in the middleware nobody could catch it.
            if request.session.modified and not request.session.is_empty():
                request.session.save()
            return response
        except (DatabaseError, OSError) as error:
            logger.error("Inquiry not taken: %s", type(error).__name__)
            return failed(request)

    return kept


def failed(request):
    """The page that needs no database; says that nothing was sent."""
    context = {"fields": _typed(request), "office": _office(request), "request": request}
    response = render(request, "inquiries/failed.html", context, status=503)
    response["Retry-After"] = RETRY_AFTER
    return response


def _typed(request) -> list[dict]:
    """All that was sent, with labels; what is technical is carried along unseen."""
    fields = []
    for name, values in request.POST.lists():
        if name == "csrfmiddlewaretoken":
            continue
        for value in values:
            fields.append(
                {
                    "name": name,
                    "value": value,
                    "label": _label(name),
                    "is_hidden": bool(TECHNICAL.match(name)),
                    "is_long": len(value) > 60 or "\n" in value,
                    "is_ticked": value == "on" and isinstance(_field(name), BooleanField),
                }
            )
    return fields


def _field(name: str):
    """The field of that name in any of the forms; None if there is none."""
    line = LINE.match(name)
    if line:
        return LineForm.base_fields.get(line[2])
    return FIELDS.get(name) or FIELDS.get(name.rpartition("-")[2])


def _label(name: str) -> str:
    field, line = _field(name), LINE.match(name)
    label = field.label if field else name
    if not line:
        return str(label)
    return _("Line %(number)d: %(label)s") % {"number": int(line[1]) + 1, "label": label}


def _office(request):
    """How the office is reached, if that is remembered."""
    try:
        return site_settings(request)
    except (DatabaseError, OSError):
        return None
