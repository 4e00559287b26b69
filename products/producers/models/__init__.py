from .claims import Claimed, ProducerClaim
from .offers import Certificate, Contact, Offer
from .producers import Producer

__all__ = ["Certificate", "Claimed", "Contact", "Offer", "Producer", "ProducerClaim"]
