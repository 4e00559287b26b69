from .claims import Claimed, ProducerClaim
from .offers import Certificate, Contact, Offer
from .pages import ProducerIndexPage, ProducerPage
from .producers import Producer

__all__ = [
    "Certificate",
    "Claimed",
    "Contact",
    "Offer",
    "Producer",
    "ProducerClaim",
    "ProducerIndexPage",
    "ProducerPage",
]
