"""The form of a report as a browser sends it."""

from tests.inquiries.forms import key

NEW, NEW_EN = "/protect/report/", "/en/protect/report/"


def filled(product, **changes) -> dict:
    """An anonymous report about `product`; None leaves out."""
    data = {
        "key": key(),
        "product_choice": product.slug if product else "other",
        "place_kind": "market",
        "place": "Stall 7",
        "signs": ["no_code"],
        "contact_channel": "",
        **changes,
    }
    return {name: value for name, value in data.items() if value is not None}


def with_contact(product, **changes) -> dict:
    """A report of somebody who wants an answer by mail."""
    contact = {"contact_channel": "email", "contact": "miller@example.org", "consent": "on"}
    return filled(product, **contact | {"reporter_name": "Ms Miller"} | changes)
