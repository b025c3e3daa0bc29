"""Exposure times loss rate, bucket by bucket and debtor by debtor."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from arcollect.analysis.outcome.provision.rates import LossRates, rates_of
from arcollect.analysis.outcome.provision.scope import Scope, Single, tiers
from arcollect.analysis.standing.aging import Bucket
from arcollect.money import round_half_up_div

if TYPE_CHECKING:
    from arcollect.analysis.position import Position
    from arcollect.policy import Policy
    from arcollect.register.entries import Snapshot


@dataclass(frozen=True, slots=True)
class Tier:
    """One row of the matrix, minor units; loss_minor None where there is no rate."""

    bucket: Bucket
    open_minor: int
    credits_minor: int
    rate: Fraction | None
    loss_minor: int | None

    @property
    def exposure_minor(self) -> int:
        """What may be lost: open less the customer's own unapplied credits."""
        return self.open_minor - self.credits_minor


@dataclass(frozen=True, slots=True)
class Alone:
    """One debtor assessed alone."""

    debtor: Single
    rate: Fraction
    loss_minor: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """The expected loss of one own company in one currency (R-LAW-11)."""

    scope: Scope
    rates: LossRates
    tiers: tuple[Tier, ...]
    alone: tuple[Alone, ...]

    @property
    def portfolio_minor(self) -> int | None:
        """The sum of the rounded rows; None while an exposed bucket has no rate."""
        found = [tier.loss_minor for tier in self.tiers]
        return None if None in found else sum(loss or 0 for loss in found)

    @property
    def alone_minor(self) -> int:
        """The sum of the debtors assessed alone."""
        return sum(one.loss_minor for one in self.alone)

    @property
    def loss_minor(self) -> int | None:
        """All that should be provided for."""
        portfolio = self.portfolio_minor
        return None if portfolio is None else portfolio + self.alone_minor


def matrix(
    position: Position, policy: Policy, scope: Scope, before: Snapshot | None = None
) -> Matrix:
    """Lifetime expected loss by the simplified approach: matrix and individual list.

    Every row is rounded half up and the total is the sum of the rows. A bucket without
    exposure needs no rate.
    """
    rates = rates_of(position, policy, (scope.company, scope.currency), before)
    rows = zip(tiers(policy), scope.open_minor, scope.credits_minor, rates.used, strict=True)
    share = policy.provision.individual_rate
    alone = tuple(Alone(s, share, loss(s.exposure_minor, share)) for s in scope.singles)
    return Matrix(
        scope, rates, tuple(_tier(b, opened, less, rate) for b, opened, less, rate in rows), alone
    )


def loss(exposure_minor: int, rate: Fraction) -> int:
    """Exposure x rate in whole minor units, half up."""
    return round_half_up_div(exposure_minor * rate.numerator, rate.denominator)


def _tier(bucket: Bucket, opened: int, credited: int, rate: Fraction | None) -> Tier:
    exposure = opened - credited
    if rate is None:
        return Tier(bucket, opened, credited, None, None if exposure else 0)
    return Tier(bucket, opened, credited, rate, loss(exposure, rate))
