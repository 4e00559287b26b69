from .authorisations import Authorisation, AuthorisationEvent, Standing
from .batches import ImportBatch
from .notices import Notice

__all__ = ["Authorisation", "AuthorisationEvent", "ImportBatch", "Notice", "Standing"]
