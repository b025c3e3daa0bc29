"""From bucket to bucket: cured, worse, rolled."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from arcollect.analysis.outcome.compare.moves import Move
    from arcollect.register.entries import SnapshotLine

UNDATED = -1  # no due date: no bucket
GONE = -2  # settled, credited or written off
ADDED = -3  # not there before


class Shift(StrEnum):
    """How an open document's lateness changed."""

    SAME = ""
    NEWLY_OVERDUE = "newly-overdue"
    WORSE = "worse"  # one or more buckets on
    CURED = "cured"  # was overdue, is open and not overdue: its due date was moved
    BETTER = "better"  # still overdue, in an earlier bucket


@dataclass(frozen=True, slots=True)
class Rolls:
    """Where the money of each bucket went, one currency: counts and minor units.

    count and minor by (from, to): buckets by number, UNDATED, GONE, and ADDED as where
    from. Sums by `from` are the opening of each bucket, by `to` the closing.
    """

    currency: str
    count: Counter[tuple[int, int]]
    minor: Counter[tuple[int, int]]


def tier(line: SnapshotLine | None, as_of: dt.date, edges: Sequence[int]) -> int:
    """The bucket by days past due: 0 is not due (D-1, R000-03); UNDATED without a date."""
    if line is None or line.due_date is None:
        return UNDATED
    return bisect_left((0, *edges), (as_of - line.due_date).days)


def shift(before: int, after: int) -> Shift:
    """In which way a document that stayed open moved."""
    if before == after or UNDATED in {before, after}:
        return Shift.SAME
    if before == 0:
        return Shift.NEWLY_OVERDUE
    if after == 0:
        return Shift.CURED
    return Shift.WORSE if after > before else Shift.BETTER


def rolls(
    moves: Iterable[Move], days: tuple[dt.date, dt.date], edges: Sequence[int]
) -> tuple[Rolls, ...]:
    """The roll matrix of each currency (迁徙): open debits, credits not counted (G-18).

    Of a document paid in part the paid part goes to GONE and the rest to the bucket it is
    in now; a document counts once, where its rest is. Written-off money is GONE.
    """
    found: dict[str, Rolls] = {}
    for move in moves:
        if move.money.opening < 0 or move.money.closing < 0:
            continue  # the account's credits
        currency = move.party[2]
        one = found.setdefault(currency, Rolls(currency, Counter(), Counter()))
        _add(move, one, (tier(move.pair.old, days[0], edges), tier(move.pair.new, days[1], edges)))
    return tuple(found[currency] for currency in sorted(found))


def roll_rates(one: Rolls, buckets: int) -> tuple[Fraction | None, ...]:
    """Of each bucket's opening money, the share that is in a later bucket now (迁徙率).

    None where a bucket was empty. In the last bucket there is no later one: 0.
    """
    opening = [_of_bucket(one, n) for n in range(buckets)]
    later = [sum(m for (a, b), m in one.minor.items() if a == n and b > n) for n in range(buckets)]
    return tuple(Fraction(b, a) if a else None for a, b in zip(opening, later, strict=True))


def _of_bucket(one: Rolls, number: int) -> int:
    return sum(minor for (start, _), minor in one.minor.items() if start == number)


def _add(move: Move, to: Rolls, tiers: tuple[int, int]) -> None:
    (before, after), money = tiers, move.money
    kept = min(money.opening, money.closing)
    added, gone = money.closing - kept, money.opening - kept
    ways = {(before, after): kept, (before, GONE): gone, (ADDED, after): added}
    to.minor.update({way: minor for way, minor in ways.items() if minor})
    if money.opening:
        to.count[before, after if money.closing else GONE] += 1
    elif money.closing:
        to.count[ADDED, after] += 1
