"""All sets of open data. A new one is a `Dataset` in this tuple; everything else follows."""

from .base import Dataset
from .catalogue import DISTRICTS, PRODUCTS, PROTECTIONS
from .producers import PRODUCERS
from .programme import FIGURES, INDICATORS
from .registry import AUTHORISATIONS, NOTICES

DATASETS = (
    PRODUCTS,
    PROTECTIONS,
    PRODUCERS,
    AUTHORISATIONS,
    NOTICES,
    FIGURES,
    INDICATORS,
    DISTRICTS,
)
BY_NAME = {dataset.name: dataset for dataset in DATASETS}

__all__ = ["BY_NAME", "DATASETS", "Dataset"]
