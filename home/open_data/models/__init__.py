from .pages import DataPage
from .snapshots import Snapshot

__all__ = ["DataPage", "Snapshot"]
