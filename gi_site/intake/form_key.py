"""The mark of a form: sent twice, it counts once; a program that fills it in is told apart."""

import datetime
import uuid

from django.core import signing
from django.utils import timezone
from django.utils.translation import gettext as _

KEY_SALT = "intake.form"
LEAST_TIME = datetime.timedelta(seconds=3)
MOST_TIME = datetime.timedelta(hours=24)
# Nobody sees this field; programs fill it in.
TRAP = "website"


class FormKey:
    """The signed mark of one form: which it is, and when it was handed out."""

    @staticmethod
    def new() -> str:
        return signing.dumps(
            {"key": uuid.uuid4().hex, "at": timezone.now().timestamp()}, salt=KEY_SALT
        )

    @staticmethod
    def read(text: str) -> tuple[uuid.UUID, datetime.timedelta] | None:
        """The key and the age of the form; None if it is forged or too old."""
        try:
            known = signing.loads(text or "", salt=KEY_SALT)
            age = datetime.timedelta(seconds=timezone.now().timestamp() - known["at"])
            return (uuid.UUID(known["key"]), age) if age <= MOST_TIME else None
        except (signing.BadSignature, KeyError, TypeError, ValueError):
            return None


def fault_of_sender(data, key: tuple[uuid.UUID, datetime.timedelta] | None) -> str:
    """Why the form was perhaps not filled in by a person, in words; "" if it was.

    `data` is what was sent, `key` what `FormKey.read` gave. A person presses once more.
    """
    if not key:
        return _("The form had lain too long. Nothing is lost; please send it once more.")
    if data.get(TRAP):
        return _("Please leave the field “Website” empty and send the form once more.")
    if key[1] < LEAST_TIME:
        return _("That was very fast. Please wait a moment and press the button once more.")
    return ""
