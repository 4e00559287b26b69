"""Mails that routing and answers send: to producers, to the buyer, to the programme office."""

from django.conf import settings
from django.utils.translation import get_language

from products.producers.enums import ContactKind
from products.producers.models import Producer

from . import mails
from .closing import tell_buyer
from .links import issue_link
from .models import Answer, Inquiry, InquiryEvent, Recipient

CHINESE = "zh-hans"


def email_of(producer: Producer) -> str:
    """Where a producer gets its mail, whoever may see that address; "" if it has none."""
    contact = producer.contacts.filter(kind=ContactKind.EMAIL).order_by("sort_order", "pk").first()
    return contact.value.strip() if contact else ""


def names(products) -> str:
    """Names of `products` in the active language, in one line."""
    return (", " if get_language() == "en" else "、").join(product.name for product in products)


def write_to_producer(recipient: Recipient):
    """Mails a producer a new secret link; in Chinese, without anything about who the buyer is."""
    inquiry = recipient.inquiry
    link = issue_link(inquiry, recipient)
    lines = recipient.lines.filter(removed_at=None).select_related("line__product")
    mails.post(
        "to_producer",
        email_of(recipient.producer),
        CHINESE,
        f"inquiry-{inquiry.pk}-to-{recipient.pk}-{recipient.links.count()}",
        inquiry=inquiry,
        producer=recipient.producer,
        lines=[each.line for each in lines],
        link=link,
        days=settings.INQUIRY_LINK_DAYS,
        office=mails.office_address(),
    )


def tell_of_lines_taken_back(recipient: Recipient, products: list):
    """Tells buyer and office that `recipient` is no lawful user of `products` any more."""
    inquiry = recipient.inquiry
    # Taken back once more after the office had added it again, it is told once more.
    key = f"taken-back-{recipient.pk}-{inquiry.events.count()}"
    context = {"producer": recipient.producer, "products": products}
    told = tell_buyer(inquiry, "taken_back", key, **context)
    tell_office(inquiry, "office_taken_back", f"office-{key}", buyer_told=told, **context)


def tell_of_answers(answers: list[Answer], event: InquiryEvent):
    """Mails the buyer what was answered at once; where there is no address, the office."""
    answer = answers[0]
    recipient = answer.recipient
    inquiry = recipient.inquiry
    context = {"answer": answer, "answers": answers, "recipient": recipient}
    if not tell_buyer(inquiry, "answered", f"answer-{event.pk}", **context):
        tell_office(inquiry, "office_answered", f"office-answer-{event.pk}", **context)


def tell_of_buyer_message(event: InquiryEvent) -> list[Recipient]:
    """Mails what the buyer writes back to the producers that have asked or offered.

    To one only, if the message is for one. Gives those to whom it went.
    """
    inquiry = event.inquiry
    if not inquiry.is_open or not inquiry.forward_consented_at:
        return []
    recipients = inquiry.recipients.producers().filter(removed_at=None, sent_at__isnull=False)
    if event.recipient_id:
        recipients = recipients.filter(pk=event.recipient_id)
    else:
        recipients = recipients.filter(answered_at__isnull=False, declined_at=None)
    told = [each for each in recipients.select_related("producer") if email_of(each.producer)]
    for recipient in told:
        recipient.inquiry = inquiry
        mails.post(
            "to_producer_message",
            email_of(recipient.producer),
            CHINESE,
            f"inquiry-{inquiry.pk}-message-{event.pk}-to-{recipient.pk}",
            inquiry=inquiry,
            producer=recipient.producer,
            link=issue_link(inquiry, recipient),
            days=settings.INQUIRY_LINK_DAYS,
        )
    return told


def tell_office(inquiry: Inquiry, name: str, key: str, **context):
    """Mails the programme office."""
    mails.post(
        name,
        mails.office_address(),
        CHINESE,
        f"inquiry-{inquiry.pk}-{key}",
        inquiry=inquiry,
        **context,
    )
