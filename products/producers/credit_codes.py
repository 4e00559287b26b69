"""The unified social credit code (统一社会信用代码, GB 32100-2015) and what can be wrong."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from stdnum.cn import uscc

LENGTH = 18
LOOK_ALIKES = {"I": "1", "O": "0", "S": "5", "V": "U", "Z": "2"}
ALPHABET = re.compile(r"[0-9A-HJ-NP-RTUWXY]")
INVISIBLE = re.compile(r"[\s\u200b\ufeff]+")


def normalise(code: str | None) -> str:
    """`code` in half-width capitals without spaces; no character is replaced by another."""
    return INVISIBLE.sub("", unicodedata.normalize("NFKC", code or "")).upper()


def validate_credit_code(code: str):
    """Raises a `ValidationError` whose `code` names what is wrong with the normalised `code`.

    `lookalike`, `alphabet`, `length`, `division` or `checksum`, the first that applies.
    """
    code = normalise(code)
    if found := sorted(set(code) & set(LOOK_ALIKES)):
        raise ValidationError(
            _(
                "%(letters)s never occurs in a credit code. Look at the licence again:"
                " perhaps it is %(perhaps)s."
            ),
            code="lookalike",
            params={
                "letters": ", ".join(found),
                "perhaps": ", ".join(LOOK_ALIKES[letter] for letter in found),
            },
        )
    if found := sorted(set(ALPHABET.sub("", code))):
        raise ValidationError(
            _("A credit code has only digits and capital letters; not %(characters)s."),
            code="alphabet",
            params={"characters": " ".join(found)},
        )
    if len(code) != LENGTH:
        raise ValidationError(
            _("A credit code has 18 characters; this one has %(length)d."),
            code="length",
            params={"length": len(code)},
        )
    # Not `uscc.validate`: it refuses letters in the first two places, which bodies such as
    # village collectives (N1) have.
    if not code[2:8].isdigit():
        raise ValidationError(
            _(
                "Characters 3 to 8 (%(group)s) name the place of registration and are digits;"
                " here they are not."
            ),
            code="division",
            params={"group": code[2:8]},
        )
    if code[-1] != uscc.calc_check_digit(code[:-1]):
        raise ValidationError(
            _(
                "The last character (%(given)s) does not fit the 17 before it: one or more"
                " characters are mistyped. Compare it with the licence in groups: %(groups)s."
            ),
            code="checksum",
            params={"given": code[-1], "groups": grouped(code)},
        )


def is_valid(code: str) -> bool:
    """Whether `code` passes every check."""
    try:
        validate_credit_code(code)
    except ValidationError:
        return False
    return True


def grouped(code: str) -> str:
    """The code as people read it: kind of body, place, entity, check character."""
    return " ".join(filter(None, (code[:2], code[2:8], code[8:17], code[17:])))
