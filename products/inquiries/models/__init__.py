"""Inquiries, their recipients, and what happened to them."""

from .history import (
    AccessLink,
    AnswerTemplate,
    Attachment,
    Deletion,
    InquiryEvent,
    SpamMark,
)
from .inquiries import Inquiry, InquiryLine
from .recipients import Answer, Recipient, RecipientLine

__all__ = [
    "AccessLink",
    "Answer",
    "AnswerTemplate",
    "Attachment",
    "Deletion",
    "Inquiry",
    "InquiryEvent",
    "InquiryLine",
    "Recipient",
    "RecipientLine",
    "SpamMark",
]
