"""Any spreadsheet file in, a raw grid of typed cells out."""

from __future__ import annotations

from arcollect.ledger.file.opening import open_book
from arcollect.ledger.file.xlsx.archive import Limits

__all__ = ["Limits", "open_book"]
