"""Writing the history of an inquiry; all who change one call this in the same transaction."""

from .enums import Actor, EventKind
from .models import Inquiry, InquiryEvent, Recipient


def record(
    inquiry: Inquiry,
    kind: EventKind,
    actor: Actor,
    *,
    user=None,
    recipient: Recipient | None = None,
    text: str = "",
) -> InquiryEvent:
    """Adds a step to the history of `inquiry`."""
    return InquiryEvent.objects.create(
        inquiry=inquiry, kind=kind, actor=actor, user=user, recipient=recipient, text=text
    )
