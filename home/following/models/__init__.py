from .alerts import Subscriber, Subscription
from .changes import LoggedDay, PublicChange, Snapshot, Touched

__all__ = ["LoggedDay", "PublicChange", "Snapshot", "Subscriber", "Subscription", "Touched"]
