"""One row of a contact log, as it was typed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from arcollect.errors import Message


@dataclass(frozen=True, slots=True)
class Flaw:
    """One cell of a row that cannot be read: its address, what stands there, why."""

    cell: str
    raw: str
    why: Message
    field: str = ""


@dataclass(frozen=True, slots=True)
class LogRow:
    """One row of a contact log as it was typed: texts, days, exact amounts.

    Amounts are in major units: the currency may only be known from the ledger. time is
    None where only the day is written. key: the customer's key on our own worklists.
    """

    source: str
    sheet: str
    row: int  # Excel row (1-based)
    texts: Mapping[str, str]
    days: Mapping[str, dt.date]
    amounts: Mapping[str, Decimal]
    time: dt.time | None = None
    is_complaint: bool = False
    flaws: tuple[Flaw, ...] = ()

    def text(self, field: str) -> str:
        """A field as text, "" where it is blank."""
        return self.texts.get(field, "")
