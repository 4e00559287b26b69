"""Form fields for words of visitors."""

import re

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

PHONE = RegexValidator(
    r"^\+?(?:[ ()\-]*\d){5,20}[ ()\-]*$", _("A telephone number has 5 to 20 digits.")
)
WECHAT = RegexValidator(
    r"^[A-Za-z][-_A-Za-z0-9]{5,19}$",
    _("A WeChat ID has 6 to 20 letters and digits and begins with a letter."),
)
INVISIBLE = re.compile(r"[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]")


class OneLine(forms.CharField):
    """Text in one line: what could start a new one, or turn the writing, becomes a space."""

    def to_python(self, value):
        return " ".join(INVISIBLE.sub(" ", super().to_python(value)).split())


class Lines(forms.CharField):
    """Text in several lines without invisible characters."""

    widget = forms.Textarea(attrs={"rows": 6})

    def to_python(self, value):
        value = super().to_python(value).replace("\r\n", "\n")
        return INVISIBLE.sub(" ", value).strip()
