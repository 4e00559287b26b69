"""The form of an inquiry as a browser sends it."""

import datetime

from django.core import signing
from django.utils import timezone

from gi_site.intake.form_key import KEY_SALT, FormKey
from tests.factories import ProtectionFactory
from tests.producers.factories import ProducerFactory
from tests.registry.factories import AuthorisationFactory

NEW, NEW_EN = "/inquiries/new/", "/en/inquiries/new/"


def key(age: datetime.timedelta = datetime.timedelta(minutes=1)) -> str:
    """What a form handed out `age` ago carries."""
    known = signing.loads(FormKey.new(), salt=KEY_SALT)
    known["at"] = (timezone.now() - age).timestamp()
    return signing.dumps(known, salt=KEY_SALT)


def filled(product, **changes) -> dict:
    """A whole form for 500 kg of `product`; `line_…` changes its line, None leaves out."""
    data = {
        "step": "send",
        "key": key(),
        "form-TOTAL_FORMS": "1",
        "form-INITIAL_FORMS": "0",
        "form-0-product": product.slug,
        "form-0-quantity": "500",
        "form-0-unit": "kg",
        "route": "suggest",
        "buyer_name": "Ms Miller",
        "contact_channel": "email",
        "contact": "miller@example.org",
        "language": "en",
        "consent": "on",
        "forward_consent": "on",
    }
    for name, value in changes.items():
        data[name.replace("line_", "form-0-") if name.startswith("line_") else name] = value
    return {name: value for name, value in data.items() if value is not None}


def lawful_product(**producer):
    """A product with one lawful user: the authorisation."""
    return AuthorisationFactory(
        protection=ProtectionFactory(), producer=ProducerFactory(**producer)
    )
