"""The one-year LPR, as far as the company has filled it in."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from arcollect.policy.claims.fee import FeePolicy, LprRate

LPR_CURRENCY = "CNY"
LPR_SINCE = dt.date(2019, 8, 20)
"""Breaches before this day followed the central bank's benchmark rate (买卖合同解释 18④)."""


@dataclass(frozen=True, slots=True)
class Lpr:
    """The LPR that held on a day: a share a year, and since when it was published."""

    rate: Fraction
    since: dt.date


class LprTable:
    """The dated table of the policy; a day before its first entry has no LPR.

    Nothing is shipped and nothing is guessed: an LPR that nobody filled in is unknown.
    """

    def __init__(self, rates: Sequence[LprRate]) -> None:
        self.known = sorted((Lpr(r.rate, r.since) for r in rates), key=lambda lpr: lpr.since)
        self._since = [lpr.since for lpr in self.known]

    def at(self, day: dt.date) -> Lpr | None:
        """The last LPR published by that day; None where the table begins later."""
        place = bisect_right(self._since, day)
        return self.known[place - 1] if place else None

    def changes(self, after: dt.date) -> tuple[Lpr, ...]:
        """Every later entry, oldest first."""
        return tuple(self.known[bisect_right(self._since, after) :])


@dataclass(frozen=True, slots=True)
class Annual:
    """How an annual rate becomes a daily one: LPR × (1 + margin) ÷ day basis (U-33)."""

    lpr: Lpr
    margin: Fraction
    day_basis: int

    @property
    def per_year(self) -> Fraction:
        """LPR with its margin, a year."""
        return self.lpr.rate * (1 + self.margin)

    @property
    def per_day(self) -> Fraction:
        """The yearly rate ÷ the policy's days of a year (360 or 365), exact."""
        return self.per_year / self.day_basis


def annual(lpr: Lpr, fee: FeePolicy) -> Annual:
    """The rate that may be claimed on an LPR where nothing was agreed (R-LAW-01)."""
    return Annual(lpr, fee.lpr_margin, fee.day_basis)
