"""What is read, and how it is asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from arcollect.ledger.profiles import Profile


@dataclass(frozen=True, slots=True)
class LedgerFile:
    """One file to read: a path, or bytes that came another way (stdin) with a name."""

    path: Path | None = None
    data: bytes | None = None
    name: str = ""

    @property
    def label(self) -> str:
        """The name that figures and problems quote."""
        return self.name or (self.path.name if self.path else "-")


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How a person told us to read: every value overrides what the file says.

    maps: field (or any of its spellings) → header text or column letter.
    date_order: "dmy" | "mdy" | "ymd" for text dates that prove no order.
    balances_as_of: the day of the exported balances (U-04).
    books_folder: where relative paths of the policy's `[books]` start.
    profiles: remembered ways of reading; the one whose header the file has is used.
    is_profile_asked: the only profile was asked for by name, and must fit.
    likely_date_order, likely_terms: what a profile remembers; used where the file
    itself proves or says nothing.
    password: opens a protected workbook.
    is_payables: what we owe suppliers, listed as receivables are: the supplier is read as
    the customer, and a list of balances will do, for nothing of it is aged (R003-90).
    """

    maps: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    sheet: str | None = None
    default_terms: str | None = None
    date_order: str | None = None
    visible_only: bool = False
    encoding: str | None = None
    balances_as_of: dt.date | None = None
    books_folder: Path | None = None
    profiles: tuple[Profile, ...] = ()
    is_profile_asked: bool = False
    likely_date_order: str | None = None
    likely_terms: str | None = None
    password: str | None = field(default=None, repr=False)
    is_payables: bool = False
