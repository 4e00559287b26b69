"""When the database or the disk fails: a page with everything typed, instead of an error."""

import logging
import re
from functools import wraps

from django.db import DatabaseError
from django.forms import BooleanField
from django.shortcuts import render
from django.utils.translation import gettext as _

from gi_site.core.site_settings import site_settings

logger = logging.getLogger(__name__)

RETRY_AFTER = "60"
# What the site has put into the form itself.
TECHNICAL = re.compile(r"^(step|action|key|drafts|website|form-[A-Z_]+)$")
LINE = re.compile(r"^form-(\d+)-(\w+)$")


class KeepsTypedText:
    """Decorator: if database or disk fail, nothing typed is lost and nothing is claimed.

    `forms` give the labels; the later one counts where a name is the same. `line_form` is the
    form of a formset with the prefix “form”.
    """

    def __init__(self, *forms, line_form=None):
        self.fields = {name: field for form in forms for name, field in form.base_fields.items()}
        self.line_fields = line_form.base_fields if line_form else {}

    def __call__(self, view):
        @wraps(view)
        def kept(request, *args, **kwargs):
            try:
                response = view(request, *args, **kwargs)
                # Here as well: in the middleware nobody could catch it.
                if request.session.modified and not request.session.is_empty():
                    request.session.save()
                return response
            except (DatabaseError, OSError) as error:
                logger.error("Form not taken: %s", type(error).__name__)
                return self.failed(request)

        return kept

    def failed(self, request):
        """The page that needs no database; says that nothing was sent."""
        context = {"fields": self._typed(request), "office": _office(request), "request": request}
        response = render(request, "intake/failed.html", context, status=503)
        response["Retry-After"] = RETRY_AFTER
        return response

    def _typed(self, request) -> list[dict]:
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
                        "label": self._label(name),
                        "is_hidden": bool(TECHNICAL.match(name)),
                        "is_long": len(value) > 60 or "\n" in value,
                        "is_ticked": value == "on" and isinstance(self._field(name), BooleanField),
                    }
                )
        return fields

    def _field(self, name: str):
        """The field of that name in any of the forms; None if there is none."""
        if line := LINE.match(name):
            return self.line_fields.get(line[2])
        return self.fields.get(name) or self.fields.get(name.rpartition("-")[2])

    def _label(self, name: str) -> str:
        field, line = self._field(name), LINE.match(name)
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
