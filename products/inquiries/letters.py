"""Mails that routing and answers send: to producers, to the buyer, to the programme office."""

from django.conf import settings
from django.utils.translation import get_language

from products.producers.enums import ContactKind
from products.producers.models import Producer

from . import mails
from .closing import tell_buyer
from .links import issue_link
from .models import Answer, Inquiry, Recipient

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


def tell_of_answer(answer: Answer):
    """Mails the buyer what was answered; where that is not possible, the office is asked to."""
    recipient = answer.recipient
    inquiry = recipient.inquiry
    context = {"answer": answer, "recipient": recipient}
    if not tell_buyer(inquiry, "answered", f"answer-{answer.pk}", **context):
        tell_office(inquiry, "office_answered", f"office-answer-{answer.pk}", **context)


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
