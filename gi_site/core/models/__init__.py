from .media import SiteDocument, SiteImage, SiteRendition
from .pages import BasePage
from .settings import SiteSettings

__all__ = ["BasePage", "SiteDocument", "SiteImage", "SiteRendition", "SiteSettings"]
