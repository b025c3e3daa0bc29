"""The calculation of one late fee, row by row."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from arcollect.money import half_up

if TYPE_CHECKING:
    from collections.abc import Iterable

    from arcollect.analysis.claims.fee_basis import FeeBasis

Payments: TypeAlias = tuple[tuple[int, int], ...]
"""(day past due on which money came in, minor units), in order."""


@dataclass(frozen=True, slots=True)
class FeeStep:
    """One row of the calculation: base x rate x days, rounded half up at the item.

    first and last are both charged days; days = last - first + 1.
    fee is exact (a Fraction of minor units): only the item's sum is rounded.
    annual_rate, day_basis: where the daily rate is an annual one divided (LPR), else
    None and 0.
    """

    first: dt.date
    last: dt.date
    days: int
    base_minor: int
    rate_per_day: Fraction
    fee_exact: Fraction
    annual_rate: Fraction | None = None
    day_basis: int = 0


def steps_of(
    basis: FeeBasis, due: dt.date, days: int, base_minor: int, payments: Payments,
    grace_days: int = 0,
) -> tuple[FeeStep, ...]:  # fmt: skip
    """The calculation of one document, one row per rate and per base.

    Day n past due is due + n. Money that came in on day n still bears the fee of that
    day. base_minor is what is open now; earlier days add what was paid since.
    """
    rates = basis.pieces(days)
    cuts = {day for day, _ in payments if grace_days < day < days}
    cuts |= {last for last, _ in rates if last > grace_days}
    steps, first = [], grace_days + 1
    for last in sorted(cuts):
        base = base_minor + sum(money for day, money in payments if first <= day)
        rate = next(rate for end, rate in rates if first <= end)
        steps.append(_step(basis, due, (first, last), base, rate))
        first = last + 1
    return tuple(steps)


def total(steps: Iterable[FeeStep]) -> int:
    """The fee of one document: the exact sum, rounded half up once. Minor units."""
    exact = sum((step.fee_exact for step in steps), Fraction(0))
    return half_up(exact)


def _step(
    basis: FeeBasis, due: dt.date, span: tuple[int, int], base: int, rate: Fraction
) -> FeeStep:
    first, last = span
    count = last - first + 1
    yearly = basis.annual
    return FeeStep(
        due + dt.timedelta(days=first), due + dt.timedelta(days=last), count, base, rate,
        base * rate * count,
        rate * yearly.day_basis if yearly else None,
        yearly.day_basis if yearly else 0,
    )  # fmt: skip
