"""Of documents unpaid so far, how many are paid by when."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from arcollect.analysis.keys import Ints


@dataclass(frozen=True, slots=True)
class Curve:
    """The share of documents still unpaid so many days past due (Kaplan-Meier), exact.

    days: on which something was paid, rising (negative is before the due date); left:
    unpaid after that day; settled: how many documents were paid up to that day.
    """

    days: tuple[int, ...] = ()
    left: tuple[Fraction, ...] = ()
    settled: tuple[int, ...] = ()

    def documents(self) -> int:
        """How many paid documents the curve rests on."""
        return self.settled[-1] if self.settled else 0

    def settled_after(self, age: int) -> int:
        """How many of them were still unpaid at `age` days past due."""
        before = bisect_right(self.days, age)
        return self.documents() - (self.settled[before - 1] if before else 0)

    def by(self, share: Fraction, age: int) -> int | None:
        """The first day after `age` by which `share` of those unpaid at `age` were paid.

        None where the history does not reach that far. Rises with `share` and `age`.
        """
        before = bisect_right(self.days, age)
        unpaid = self.left[before - 1] if before else Fraction(1)
        limit = -unpaid * (1 - share)
        found = bisect_left(self.left, limit, lo=before, key=lambda left: -left)
        return self.days[found] if found < len(self.days) else None


def curve(paid_days: Ints, open_days: Ints) -> Curve:
    """From the lateness of paid documents and the age of open ones (censored there).

    An open document was not yet paid on its age; what becomes of it nobody knows.
    """
    days, counts = np.unique(paid_days, return_counts=True)
    paid, still = np.sort(paid_days), np.sort(open_days)
    at_risk = (
        len(paid)
        + len(still)
        - np.searchsorted(paid, days, "left")
        - np.searchsorted(still, days, "left")
    )
    left = list(_products(zip(counts.tolist(), at_risk.tolist(), strict=True)))
    return Curve(tuple(days.tolist()), tuple(left), tuple(np.cumsum(counts).tolist()))


def _products(steps: Iterable[tuple[int, int]]) -> Iterable[Fraction]:
    left = Fraction(1)
    for paid, at_risk in steps:
        left *= Fraction(at_risk - paid, at_risk)
        yield left
