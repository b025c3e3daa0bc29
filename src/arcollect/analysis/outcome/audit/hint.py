"""One thing worth a look, and one thing that nobody could look at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from arcollect.errors import Message, message
from arcollect.money import show

if TYPE_CHECKING:
    import pandas as pd

    from arcollect.analysis.keys import Ints

SHOWN = 3
"""How many names a sentence lists before it counts the rest."""


class Weight(IntEnum):
    """How soon somebody should look; never how guilty anybody is."""

    LOW = 1
    MEDIUM = 2
    HIGH = 3


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A row of the ledger's files (Excel row, 1-based)."""

    file: str
    sheet: str
    row: int


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose rows they are; a customer "" stands for several."""

    company: str = ""
    customer: str = ""
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Hint:
    """What was seen, where, against which threshold.

    check: its key (the words for a harmless explanation and for who can clear it up go
    by it). amount_minor: minor units of whose.currency, None where money says nothing
    or the rows are in several currencies.
    """

    check: str
    source: str
    weight: Weight
    whose: Whose
    amount_minor: int | None
    places: tuple[Place, ...]
    measured: Message
    threshold: Message


@dataclass(frozen=True, slots=True)
class Gap:
    """What could not be checked and why; field: the column by which it could, "" for none."""

    why: Message
    field: str = ""


@dataclass(frozen=True, slots=True)
class Examined:
    """One check: how many rows, customers or people it looked at, and what it saw."""

    check: str
    source: str
    looked_at: int
    hints: tuple[Hint, ...] = ()
    gaps: tuple[Gap, ...] = ()


def places(frame: pd.DataFrame, rows: Iterable[int] | Ints | None = None) -> tuple[Place, ...]:
    """Where these rows (positions; None: all) stand in the files, in order, each once."""
    some = frame[["source", "sheet", "row"]]
    some = some if rows is None else some.iloc[list(rows)]
    parts = (some[name].tolist() for name in some)
    return tuple(sorted({Place(str(f), str(s), int(r)) for f, s, r in zip(*parts, strict=True)}))


def amount(minor: int, currency: str) -> str:
    """Money in a sentence: 1,234.50 CNY."""
    return f"{show(minor, currency)} {currency}".strip()


def listed(names: Iterable[str]) -> Message:
    """The first names, and how many more there are."""
    every = list(dict.fromkeys(names))
    if len(every) <= SHOWN:
        return message("audit_why.names", names=every)
    return message("audit_why.names_more", names=every[:SHOWN], more=len(every) - SHOWN)


def missing(field: str) -> Gap:
    """No such column, or nothing in it."""
    return Gap(message("audit_why.no_column"), field)
