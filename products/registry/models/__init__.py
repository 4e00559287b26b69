from .authorisations import Authorisation, AuthorisationEvent, Standing
from .batches import ImportBatch
from .notices import Notice
from .pages import RegistryIndexPage

__all__ = [
    "Authorisation",
    "AuthorisationEvent",
    "ImportBatch",
    "Notice",
    "RegistryIndexPage",
    "Standing",
]
