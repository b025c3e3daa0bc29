"""How much of what could come in between two states came in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.analysis.outcome.compare.moves import Move, What, summed

if TYPE_CHECKING:
    from arcollect.register.entries import SnapshotLine


@dataclass(frozen=True, slots=True)
class Collected:
    """One currency's collection between the two days, minor units.

    collected: shown by dated money; settled: paid or credited, the file does not say. due
    (U-12): overdue at the start plus what fell due since, documents that were not listed
    before or were raised included. opening to current: open debits at the start, what
    they grew by, what was written off or is no longer in the ledger (no collection), what
    is open at the end, and of that what is not yet due.
    """

    currency: str
    collected: int
    settled: int
    due: int
    opening: int
    grown: int
    lost: int
    closing: int
    current: int

    @property
    def rate(self) -> Fraction | None:
        """Current collection rate (当期回款率); None where nothing was due."""
        return Fraction(self.collected, self.due) if self.due else None

    @property
    def cei(self) -> Fraction | None:
        """(opening + grown - lost - closing) / (opening + grown - lost - not yet due), M04.

        None where nothing could have come in.
        """
        charged = self.opening + self.grown - self.lost
        bottom = charged - self.current
        return Fraction(charged - self.closing, bottom) if bottom > 0 else None


def collected(moves: Iterable[Move], days: tuple[dt.date, dt.date]) -> tuple[Collected, ...]:
    """What came in of each currency, against what could have."""
    grouped: dict[str, list[Move]] = {}
    for move in moves:
        grouped.setdefault(move.party[2], []).append(move)
    return tuple(_of_currency(code, grouped[code], days[1]) for code in sorted(grouped))


def _of_currency(code: str, moves: list[Move], as_of: dt.date) -> Collected:
    money = summed(move.money for move in moves)
    debits = [m for m in moves if m.what is not What.CREDIT]
    walk = summed(m.money for m in debits)
    due = (m.money for m in debits if _fell_due(m.line, as_of))
    return Collected(
        code,
        money.collected,
        money.unsaid,
        sum(one.opening + one.up - one.gone for one in due),
        walk.opening,
        walk.up,
        walk.written_off + walk.gone,
        walk.closing,
        sum(m.money.closing for m in debits if not is_late(m.pair.new, as_of)),
    )


def is_late(line: SnapshotLine | None, as_of: dt.date) -> bool:
    """Past its due date: due on the day itself is not late (D-1)."""
    return line is not None and line.due_date is not None and line.due_date < as_of


def _fell_due(line: SnapshotLine, as_of: dt.date) -> bool:
    return line.due_date is not None and line.due_date <= as_of
