from .facts import Figure, QualityLimit, Recognition, SeasonWindow
from .pages import ProductIndexPage, ProductPage
from .places import Category, District
from .products import GIProduct, ProductName
from .protections import Protection, ProtectionStandard, Specification, SpecificationSection
from .sources import Source

__all__ = [
    "Category",
    "District",
    "Figure",
    "GIProduct",
    "ProductIndexPage",
    "ProductName",
    "ProductPage",
    "Protection",
    "ProtectionStandard",
    "QualityLimit",
    "Recognition",
    "SeasonWindow",
    "Source",
    "Specification",
    "SpecificationSection",
]
