"""Receivables against the company's assets, beside figures that nobody verified."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from arcollect.analysis.asof.apart import Apart
from arcollect.analysis.keys import PARTY
from arcollect.analysis.rates import in_base

if TYPE_CHECKING:
    from decimal import Decimal

    import pandas as pd

    from arcollect.analysis.position import Position
    from arcollect.policy import Policy
    from arcollect.register.entries import Party

OF_CURRENT_ASSETS = Fraction(387, 1000)
OF_TOTAL_ASSETS = Fraction(45, 100)
OVERDUE_SHARE = Fraction(30, 100)
"""As the source articles state them (R003-01, R003-02); not verified by anybody."""


@dataclass(frozen=True, slots=True)
class Benchmark:
    """One share of ours beside the article's; None where an input is missing.

    name: current_assets | total_assets | overdue; part and whole in major units of the
    base currency, exact.
    """

    name: str
    part: Fraction
    whole: Fraction | None
    theirs: Fraction
    rule: str

    @property
    def ours(self) -> Fraction | None:
        """Part / whole, exact; None where the whole is not known or 0."""
        return None if not self.whole else self.part / self.whole


@dataclass(frozen=True, slots=True)
class Benchmarks:
    """Receivables of all own companies in base currency, and what they compare with.

    receivables: open less unapplied receipts and credits of the same party, 0 at least;
    bills and what is written off are no accounts receivable. released: what a collection
    period shorter by `shorter_by` would free, all else equal. no_rate: currencies that
    cannot be converted; then there are no shares.
    """

    receivables: Fraction
    shares: tuple[Benchmark, ...]
    shorter_by: Fraction
    released: Fraction
    no_rate: tuple[str, ...] = ()


def benchmarks(position: Position, policy: Policy) -> Benchmarks:
    """Shares of current and total assets, and what is overdue of it (R003-01, R003-02).

    The assets are typed in, major units of the base currency; without them no share.
    """
    current, total = map(_whole, (policy.finance.current_assets, policy.finance.total_assets))
    net, overdue = _net(position), _late(position)
    no_rate = tuple(sorted({p[2] for p in net if in_base(1, p[2], policy) is None}))
    if no_rate:
        return Benchmarks(Fraction(0), (), policy.finance.shorter_by, Fraction(0), no_rate)
    owed = _sum_in_base(net, policy)
    late = _sum_in_base({p: min(minor, net[p]) for p, minor in overdue.items()}, policy)
    shares = (
        Benchmark("current_assets", owed, current, OF_CURRENT_ASSETS, "R003-01"),
        Benchmark("total_assets", owed, total, OF_TOTAL_ASSETS, "R003-02"),
        Benchmark("overdue", late, owed, OVERDUE_SHARE, "R003-02"),
    )
    shorter = policy.finance.shorter_by
    return Benchmarks(owed, shares, shorter, owed * shorter)


def _whole(amount: Decimal | None) -> Fraction | None:
    return None if amount is None else Fraction(amount)


def _sum_in_base(minors: dict[Party, int], policy: Policy) -> Fraction:
    worth = (in_base(minor, party[2], policy) for party, minor in minors.items())
    return sum((one for one in worth if one is not None), Fraction(0))


def _net(position: Position) -> dict[Party, int]:
    open_ = _summed(_accounts(position.open), "open_minor")
    unapplied = _summed(position.credits, "unapplied_minor")
    return {party: max(minor - unapplied.get(party, 0), 0) for party, minor in open_.items()}


def _late(position: Position) -> dict[Party, int]:
    kept = _accounts(position.open)
    return _summed(kept[kept["days_past_due"] > 0], "open_minor")


def _accounts(open_: pd.DataFrame) -> pd.DataFrame:
    kept: pd.DataFrame = open_[~open_["apart"].isin([Apart.BILL, Apart.WRITTEN_OFF])]
    return kept


def _summed(frame: pd.DataFrame, name: str) -> dict[Party, int]:
    found: dict[Party, int] = defaultdict(int)
    money = frame[name].to_numpy(np.int64).tolist()
    keys = frame[list(PARTY)].itertuples(index=False)
    for (company, key, currency), minor in zip(keys, money, strict=True):
        found[str(company), str(key), str(currency)] += minor
    return dict(found)
