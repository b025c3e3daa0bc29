"""How few customers make most of the overdue money; and why they have not paid."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.analysis.chase.worklist.entry import Entry, Pareto, Section
from arcollect.analysis.chase.worklist.priority import TIERS
from arcollect.analysis.rates import in_base

if TYPE_CHECKING:
    from arcollect.policy import Policy
    from arcollect.register.entries import Reason

SIZES = (10_000, 100_000)  # base currency: small to 10,000 (R002-05), large from 100,000


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """How many customers of a currency gave a reason, and their overdue minor units."""

    currency: str
    reason: Reason | None  # None: nobody has asked yet
    customers: int
    overdue_minor: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of the table of age by size (R001-30); tier and size count from 0."""

    currency: str
    tier: int
    size: int
    customers: int
    asked_minor: int


def pareto(entries: Sequence[Entry], share: Fraction) -> tuple[Pareto, ...]:
    """Per currency: the fewest customers that make `share` of all overdue money (R003-38, X-30).

    The seeds turn the 80/20 rule round; this is the true count, largest first.
    """
    return tuple(_pareto(c, entries, share) for c in _currencies(entries))


def _pareto(currency: str, entries: Sequence[Entry], share: Fraction) -> Pareto:
    late = [e for e in entries if e.party[2] == currency and e.account.overdue_minor]
    amounts = sorted((e.account.overdue_minor for e in late), reverse=True)
    total, needed, running = sum(amounts), 0, 0
    while running < share * total:
        running += amounts[needed]
        needed += 1
    urgent = [e.account.overdue_minor for e in late if e.section is Section.URGENT]
    reached = Fraction(running, total) if total else Fraction(0)
    return Pareto(currency, total, len(late), needed, reached, len(urgent), sum(urgent))


def by_reason(entries: Sequence[Entry]) -> tuple[ReasonLine, ...]:
    """Overdue money by reason, largest first; not asked yet is a reason too (R003-37)."""
    count: Counter[tuple[str, Reason | None]] = Counter()
    money: Counter[tuple[str, Reason | None]] = Counter()
    for entry in entries:
        if minor := entry.account.overdue_minor:
            count[entry.party[2], entry.reason] += 1
            money[entry.party[2], entry.reason] += minor
    lines = (ReasonLine(c, r, n, money[c, r]) for (c, r), n in count.items())
    return tuple(sorted(lines, key=lambda x: (x.currency, -x.overdue_minor, str(x.reason))))


def matrix(entries: Sequence[Entry], policy: Policy) -> tuple[Cell, ...]:
    """Customers with something to ask for, by worst days and size (R001-30, G-17).

    Sizes in base currency: under 10,000, under 100,000, from 100,000; a currency
    without a rate is left out.
    """
    count: Counter[tuple[str, int, int]] = Counter()
    money: Counter[tuple[str, int, int]] = Counter()
    for key, minor in _placed(entries, policy):
        count[key] += 1
        money[key] += minor
    return tuple(Cell(*key, n, money[key]) for key, n in sorted(count.items()))


def _placed(entries: Sequence[Entry], policy: Policy) -> Iterator[tuple[tuple[str, int, int], int]]:
    for entry in entries:
        minor, currency = entry.account.asked_minor, entry.party[2]
        worth = in_base(minor, currency, policy)
        if minor and worth is not None:
            tier = bisect_left(TIERS, entry.account.asked_days)
            size = sum(worth >= limit for limit in SIZES)
            yield (currency, tier, size), minor


def _currencies(entries: Sequence[Entry]) -> list[str]:
    return sorted({e.party[2] for e in entries if e.account.overdue_minor})
