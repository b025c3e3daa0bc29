"""How late each customer pays, as far as a given day knew it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from arcollect.analysis.standing.payers.survival import Curve, curve
from arcollect.dates import add_months

if TYPE_CHECKING:
    from arcollect.analysis.keys import Flags, Ints
    from arcollect.analysis.standing.payers.past import Past
    from arcollect.policy import Policy


EVERYBODY = -1


@dataclass(frozen=True, slots=True)
class Typical:
    """Lateness of paid documents in days; negative is early.

    Quartiles are days that really occurred (nearest rank); the mean is weighted by
    amount. in_time: documents paid on or before the due date.
    """

    documents: int
    first_quarter: int
    median: int
    third_quarter: int
    mean: Fraction
    in_time: int

    @property
    def spread(self) -> int:
        """Days between the quartiles: half of the documents were paid within them."""
        return self.third_quarter - self.first_quarter


@dataclass(frozen=True, slots=True)
class Spread:
    """Days past due by which a quarter, half and three quarters of such documents are paid.

    None: the history does not reach that far. is_own: the customer's own history, else
    that of all customers; documents: how many paid documents it rests on.
    """

    early: int | None
    likely: int | None
    late: int | None
    is_own: bool
    documents: int


@dataclass(slots=True)
class Lateness:
    """What was known of everybody's lateness at the end of a day.

    Documents due in the lookback before that day count; those not paid yet count as
    unpaid so far, so that slow payers are not taken for quick ones.
    """

    past: Past
    day: dt.date
    policy: Policy
    _curves: dict[int, Curve] = field(default_factory=dict)
    _spreads: dict[tuple[int, int], Spread | None] = field(default_factory=dict)
    _order: Ints = field(init=False)  # documents that count, by party
    _days: Ints = field(init=False)
    _paid: Flags = field(init=False)
    _starts: Ints = field(init=False)

    def __post_init__(self) -> None:
        past, then = self.past, np.datetime64(self.day, "D")
        since = add_months(self.day, -self.policy.habits.lookback_months)
        known = past.teaches & ~(past.issue > then) & (past.due > np.datetime64(since, "D"))
        paid = past.settled <= then
        days = (np.where(paid, past.settled, then) - past.due).astype(np.int64)
        self._order = np.flatnonzero(known)[np.argsort(past.party[known], kind="stable")]
        self._days, self._paid = days[self._order], paid[self._order]
        numbers = np.arange(len(past.parties) + 1)
        self._starts = np.searchsorted(past.party[self._order], numbers)

    def typical(self, party: int) -> Typical | None:
        """The lateness of the paid documents of one party; None without any."""
        mine = self._mine(party)
        paid = self._paid[mine]
        minor = self.past.amount[self._order[mine]][paid]
        return _typical(self._days[mine][paid], minor) if paid.any() else None

    def documents(self) -> int:
        """How many paid documents of all customers are known."""
        return int(self._paid.sum())

    def spread(self, party: int, age: int) -> Spread | None:
        """When a document that is `age` days past due will be paid; None: nobody knows.

        By the customer's own documents that were still unpaid at that age, where they
        are enough, else by all customers' (pooled); with too few of those, None.
        """
        if (party, age) not in self._spreads:
            self._spreads[party, age] = self._spread(party, age)
        return self._spreads[party, age]

    def _spread(self, party: int, age: int) -> Spread | None:
        rules, known = self.policy.forecast, self._curve(party)
        count = known.settled_after(age)
        if count < rules.least_documents:
            return None if party == EVERYBODY else self.spread(EVERYBODY, age)
        shares = (rules.early_share, Fraction(1, 2), rules.late_share)
        early, likely, late = (known.by(share, age) for share in shares)
        return Spread(early, likely, late, party != EVERYBODY, count)

    def _curve(self, party: int) -> Curve:
        if party not in self._curves:
            mine = self._mine(party)
            days, paid = self._days[mine], self._paid[mine]
            self._curves[party] = curve(days[paid], days[~paid])
        return self._curves[party]

    def _mine(self, party: int) -> slice:
        if party == EVERYBODY:
            return slice(None)
        return slice(int(self._starts[party]), int(self._starts[party + 1]))


def _typical(days: Ints, minor: Ints) -> Typical:
    """Nearest-rank quartiles and the mean by amount; exact."""
    ranked = np.sort(days).tolist()
    first, median, third = (ranked[-(-len(ranked) * n // 4) - 1] for n in (1, 2, 3))
    weighted = sum(d * m for d, m in zip(days.tolist(), minor.tolist(), strict=True))
    mean = Fraction(weighted, int(minor.sum()))
    return Typical(len(ranked), first, median, third, mean, int((days <= 0).sum()))
