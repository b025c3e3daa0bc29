"""One row per kept state: how it stood, and what happened since the one before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from arcollect.analysis.outcome.compare.comparison import Comparison, compare
from arcollect.analysis.outcome.compare.moves import What, summed
from arcollect.analysis.outcome.compare.tiers import Shift, tier
from arcollect.analysis.standing.collection import money_in

if TYPE_CHECKING:
    from arcollect.analysis.outcome.compare.evidence import Evidence
    from arcollect.analysis.position import Position
    from arcollect.register.entries import Snapshot, SnapshotHead

PERIODS = ("d", "w", "m", "q")
EDGES = (30, 90, 180)


@dataclass(frozen=True, slots=True)
class Point:
    """One currency at one kept day, minor units; what happened is since the point before.

    open of the point before + billed + more - down = open. billed: issued since, the same
    as in `compare`; more: not listed before, raised or reopened; down: paid, credited,
    written off or gone. collected: dated money that the ledger of this run shows for that
    time, None where it does not reach back. buckets: open money by days past due, the
    last one without a due date; they add up to open.
    """

    as_of: dt.date
    currency: str
    open: int
    overdue: int
    dso: Fraction | None
    since: dt.date | None = None
    billed: int | None = None
    more: int | None = None
    down: int | None = None
    collected: int | None = None
    newly_overdue: int | None = None
    newly_overdue_count: int | None = None
    cei: Fraction | None = None
    buckets: tuple[int, ...] = ()

    @property
    def ratio(self) -> Fraction | None:
        """Overdue ratio (逾期率): overdue ÷ open debits."""
        return Fraction(self.overdue, self.open) if self.open else None


@dataclass(frozen=True, slots=True)
class Receipts:
    """Dated money of one ledger by currency; since: the first day it knows of."""

    by_currency: Mapping[str, tuple[tuple[dt.date, int], ...]]
    since: dt.date | None

    def between(self, currency: str, first: dt.date, last: dt.date) -> int | None:
        """What came in after `first` up to `last`; None where the ledger starts later."""
        if self.since is None or self.since > first + dt.timedelta(days=1):
            return None
        return sum(m for day, m in self.by_currency.get(currency, ()) if first < day <= last)


NO_RECEIPTS = Receipts({}, None)


def receipts_of(position: Position) -> Receipts:
    """All dated money of the ledger."""
    found: dict[str, tuple[tuple[dt.date, int], ...]] = {}
    for currency in sorted({str(code) for code in position.ledger.items["currency"].unique()}):
        money = money_in(position, currency)
        if money is not None and len(money):
            found[currency] = tuple(_dated(money))
    days = [day for rows in found.values() for day, _ in rows]
    return Receipts(found, min(days, default=None))


def _dated(money: pd.DataFrame) -> Iterable[tuple[dt.date, int]]:
    known = money[money["date"].notna()]
    days = known["date"].to_numpy("datetime64[D]").tolist()
    return zip(days, known["amount_minor"].to_numpy(np.int64).tolist(), strict=True)


def chosen(heads: Iterable[SnapshotHead], period: str) -> list[SnapshotHead]:
    """The last state of every day, week (Monday to Sunday), month or quarter."""
    last: dict[tuple[int, int], SnapshotHead] = {}
    for head in sorted(heads, key=lambda head: head.as_of):  # stable: the later kept wins
        last[_period(head.as_of, period)] = head
    return list(last.values())


def _period(day: dt.date, period: str) -> tuple[int, int]:
    if period == "w":
        year, week, _ = day.isocalendar()
        return year, week
    if period == "m":
        return day.year, day.month
    return (day.year, (day.month - 1) // 3) if period == "q" else (0, day.toordinal())


def series(
    states: Sequence[Snapshot], receipts: Receipts = NO_RECEIPTS, told: Evidence | None = None
) -> tuple[Point, ...]:
    """Every currency of every state, oldest first (R003-10); written-off money not counted.

    told: what the ledger says of the time up to the last state, so that the last row is
    what `compare` shows; the rows before are by the kept states alone.
    """
    found = [_standing(state, currency) for state in states[:1] for currency in _currencies(state)]
    for before, after in pairwise(states):
        change = compare(before, after, EDGES, told if after is states[-1] else None)
        codes = sorted({*_currencies(before), *_currencies(after)})
        found += [_moved(_standing(after, code), change, receipts) for code in codes]
    return tuple(found)


def _currencies(state: Snapshot) -> list[str]:
    return sorted({line.currency for line in state.lines})


def _standing(state: Snapshot, currency: str) -> Point:
    lines = [
        line
        for line in state.lines
        if line.currency == currency and line.open_minor > 0 and not line.is_written_off
    ]
    day = state.head.as_of
    late = (line.open_minor for line in lines if line.due_date and line.due_date < day)
    aged = [0] * (len(EDGES) + 3)
    for line in lines:
        aged[tier(line, day, EDGES)] += line.open_minor  # UNDATED is the last
    figures = {(name, code): value for name, code, value in state.figures}
    dso = figures.get(("dso", currency))
    whole = sum(line.open_minor for line in lines)
    return Point(
        day, currency, whole, sum(late), Fraction(dso) if dso else None, buckets=tuple(aged)
    )


def _moved(point: Point, change: Comparison, receipts: Receipts) -> Point:
    first, last = change.days
    moves = [m for m in change.moves if m.party[2] == point.currency and m.what is not What.CREDIT]
    money = summed(m.money for m in moves)
    late = [m.money.closing for m in moves if change.shift_of(m) is Shift.NEWLY_OVERDUE]
    rate = next((c.cei for c in change.collected if c.currency == point.currency), None)
    return Point(
        point.as_of, point.currency, point.open, point.overdue, point.dso, first,
        money.billed, money.unlisted + money.raised, money.down,
        receipts.between(point.currency, first, last), sum(late), len(late), rate, point.buckets,
    )  # fmt: skip
