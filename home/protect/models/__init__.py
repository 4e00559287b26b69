"""The page about the protection of rights, and reports of misuse with what happened to them."""

from .history import Erasure, ReportEvent, ReportLink, ReportPhoto
from .pages import ProtectPage
from .reports import Report

__all__ = ["Erasure", "ProtectPage", "Report", "ReportEvent", "ReportLink", "ReportPhoto"]
