from .media import ILLUSTRATOR, SiteDocument, SiteImage, SiteRendition
from .pages import BasePage
from .settings import SiteSettings

__all__ = [
    "ILLUSTRATOR",
    "BasePage",
    "SiteDocument",
    "SiteImage",
    "SiteRendition",
    "SiteSettings",
]
