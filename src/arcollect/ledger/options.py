"""What is read, and how it is asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType


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
    """

    maps: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    sheet: str | None = None
    default_terms: str | None = None
    date_order: str | None = None
    visible_only: bool = False
    encoding: str | None = None
    balances_as_of: dt.date | None = None
    books_folder: Path | None = None
